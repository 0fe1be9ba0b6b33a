import type { Ask, DialogEvent, Facts } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { topicOf } from "../../knowledge/schemas/answers.ts";
import { ALL_LEVELS } from "../../rules/guide.ts";
import { applicationFacts } from "../choices.ts";
import type { Classifier, Guess } from "../classifier.ts";
import { heldLevels } from "../held.ts";
import { findFacts } from "../story.ts";
import { createClear, createMeant, isKnown } from "../confidence.ts";
import { type Hearing, SHORT, asksForAll, beforeOf } from "../hearing.ts";
import { createSeveral } from "../several.ts";

const UNSURE = 0.1;
const CANDIDATES = 3;
const LEAST_CANDIDATES = 2;
/** Characters: so short a message at an open question was meant as its answer. */
const WORD = 4;
const SPECIFIC = 0.5;
const ELSEWHERE = 0.3;
/** What somebody tells of his work and school is no act unless that is as likely as not. */
const ACT = 0.5;
const NEARLY_CERTAIN = 0.6;
/** Characters: so few hardly tell what somebody did, and what is alike in one of them may be 在考, 打卡, 抽空. */
const FEW = 5;
const SURELY_ACT = 0.9;
/** So many facts of his own make a message the story of a candidate. */
const STORY = 2;

/** The last reading, which always applies: a question, a candidate's story, or nothing understood. */
export function readQuestion(pack: Pack, classifier: Classifier): (heard: Hearing) => DialogEvent {
  const severalOf = createSeveral(pack, classifier);
  const isClear = createClear(pack);
  const meant = createMeant(pack);
  /** What nobody would pick as what he meant to ask: 骂人, 打招呼. */
  const isOutside = (label: string): boolean => pack.answers.get(label)?.kind === "outside";
  const startOf = (label = ""): "eligibility" | "registration" | undefined =>
    pack.answers.get(label)?.starts;
  /** Of another topic, or surely of something that the notice leaves open: 实习那半年算不算. */
  const isSpecific = ({ label, confidence }: Guess): boolean =>
    (topicOf(label) !== "eligibility" &&
      confidence >= (topicOf(label) === "conduct" ? ACT : ELSEWHERE)) ||
    (confidence >= SPECIFIC && pack.answers.get(label)?.kind === "silent");
  /** A part that asks for the self-assessment, or asks to apply in a story that tells enough for it. */
  const asksToApply = (label: string, told: number): boolean =>
    startOf(label) === "eligibility" ||
    (told >= STORY &&
      topicOf(label) === "eligibility" &&
      pack.answers.get(label)?.kind !== "silent");
  /**
   * How sure a short message has to be. To be taken for a cheat by mistake, or for somebody who swears, is worse than to be
   * asked back; and a single character, or nothing in Chinese, says little of anything: 证, /foo.
   */
  const leastOf = ({ text, plain, guesses: [guess] }: Hearing): number => {
    const { tier, kind } = pack.answers.get(guess?.label ?? "") ?? {};
    if (plain.length <= FEW && tier !== undefined) return SURELY_ACT;
    const isScant = plain.length < 2 || !/\p{Script=Han}/u.test(text);
    return isScant || (plain.length <= FEW && kind === "outside") ? NEARLY_CERTAIN : 0;
  };
  return (heard) => {
    const { guesses, situation, entities } = heard;
    const [first] = guesses;
    const facts = findFacts(heard.found, pack, beforeOf(situation));
    const told = Object.keys(facts).length;
    const clear = isClear(heard) && meant(heard) >= leastOf(heard);
    const several = severalOf(heard.text, heard);
    const starts =
      (clear ? startOf(first?.label) : undefined) ??
      (several.some((label) => asksToApply(label, told)) ? "eligibility" : undefined);
    const ask = (labels: readonly string[]): Ask[] =>
      labels.map((answer) => ({ answer, entities }));
    const besides = ask(several.filter((label) => startOf(label) === undefined));
    const story = told >= STORY && !(clear && first && isSpecific(first));
    if (starts === "eligibility" || story)
      return { ...check(facts, heard, pack), asks: besides.filter(isElse) };
    if (starts === "registration")
      return {
        type: "APPLY",
        facts: applicationFacts(entities, pack, heard.today),
        asks: besides,
      };
    if (besides.length > 1) return { type: "ASK", asks: besides };
    if (first && clear) return { type: "ASK", asks: ask([first.label]) };
    if (told > 0 && Object.keys(situation.context.facts).length > 0)
      return { type: "TELL", facts, readBack: true };
    const word = situation.pending !== undefined && heard.plain.length <= WORD;
    const foreign = !/\p{Script=Han}/u.test(heard.text);
    if (word || foreign || !isKnown(heard) || (first?.confidence ?? 0) < UNSURE)
      return notUnderstood(heard);
    const candidates = guesses.map(({ label }) => label).filter((label) => !isOutside(label));
    return candidates.length < LEAST_CANDIDATES
      ? notUnderstood(heard)
      : { type: "UNSURE", candidates: candidates.slice(0, CANDIDATES), entities };
  };
}

/** What the self-assessment answers itself: 能考三级吗 asks for no list of levels. */
const ANSWERED_BY_CHECK = ["eligibility", "projects"];

function isElse({ answer }: Ask): boolean {
  return !ANSWERED_BY_CHECK.includes(topicOf(answer));
}

function notUnderstood({ text, situation }: Hearing): DialogEvent {
  const answer = situation.pending !== undefined && text.length <= SHORT;
  return { type: "UNCLEAR", reason: answer ? "bad_answer" : "not_understood" };
}

type Check = Extract<DialogEvent, { type: "CHECK" }>;

/** Starts the self-assessment with what was told; a level asked for, not one held, is its target. */
function check(facts: Facts, { text, entities, found }: Hearing, pack: Pack): Check {
  const target = pack.interview.find(({ type }) => type === "target");
  const held = heldLevels(found);
  const named = found.names.level.filter((level) => !held.includes(level));
  const [only, ...more] = new Set(named.map(({ value }) => value));
  const meant = more.length > 0 ? entities["level"] : only;
  const level = pack.projects.levels.find(({ id }) => id === meant)?.id;
  const wanted = level ?? (asksForAll(text) ? ALL_LEVELS : undefined);
  const aim: Facts = target && wanted !== undefined ? { [target.id]: wanted } : {};
  return { type: "CHECK", facts: { ...aim, ...facts }, asks: [] };
}
