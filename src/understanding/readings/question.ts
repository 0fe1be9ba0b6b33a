import type { Ask, DialogEvent, Facts } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { topicOf } from "../../knowledge/schemas/answers.ts";
import { ALL_LEVELS } from "../../rules/guide.ts";
import { applicationFacts } from "../choices.ts";
import type { Classifier } from "../classifier.ts";
import { heldLevels } from "../held.ts";
import { findFacts } from "../story.ts";
import { isClear } from "../confidence.ts";
import { type Hearing, SHORT, asksForAll, beforeOf } from "../hearing.ts";
import { bare } from "../normalise.ts";

const UNSURE = 0.1;
/** The further questions of a message have to be clearer than a single one. */
const ALSO_SURE = 0.45;
const ALSO_KNOWN = 0.5;
const CANDIDATES = 3;
/** Characters: so short a message at an open question was meant as its answer. */
const WORD = 4;
/** So many facts of his own make a message the story of a candidate. */
const STORY = 2;

/** The last reading, which always applies: a question, a candidate's story, or nothing understood. */
export function readQuestion(pack: Pack, classifier: Classifier): (heard: Hearing) => DialogEvent {
  return (heard) => {
    const { guesses, situation } = heard;
    const [first] = guesses;
    const facts = findFacts(heard.found, pack, beforeOf(situation));
    const told = Object.keys(facts).length;
    const clear = isClear(heard, pack.answers);
    const starts = first && clear ? pack.answers.get(first.label)?.starts : undefined;
    if (starts === "eligibility") return check(facts, heard, pack);
    if (told >= STORY && (!clear || first?.label.startsWith("eligibility.")))
      return check(facts, heard, pack);
    if (starts === "registration")
      return { type: "APPLY", facts: applicationFacts(heard.entities, pack, heard.today) };
    if (clear) return { type: "ASK", asks: asks(heard, pack, classifier) };
    if (told > 0 && Object.keys(situation.context.facts).length > 0)
      return { type: "TELL", facts, readBack: true };
    const word = situation.pending !== undefined && bare(heard.text).length <= WORD;
    if (word || (first?.confidence ?? 0) < UNSURE) return notUnderstood(heard);
    return { type: "UNSURE", candidates: guesses.slice(0, CANDIDATES).map(({ label }) => label) };
  };
}

function notUnderstood({ text, situation }: Hearing): DialogEvent {
  const answer = situation.pending !== undefined && text.length <= SHORT;
  return { type: "UNCLEAR", reason: answer ? "bad_answer" : "not_understood" };
}

/** Starts the self-assessment with what was told; a level asked for, not one held, is its target. */
function check(facts: Facts, { text, entities, found }: Hearing, pack: Pack): DialogEvent {
  const target = pack.interview.find(({ type }) => type === "target");
  const held = heldLevels(found);
  const named = found.names.level.filter((level) => !held.includes(level));
  const [only, ...more] = new Set(named.map(({ value }) => value));
  const meant = more.length > 0 ? entities["level"] : only;
  const level = pack.projects.levels.find(({ id }) => id === meant)?.id;
  const wanted = level ?? (asksForAll(text) ? ALL_LEVELS : undefined);
  const aim: Facts = target && wanted !== undefined ? { [target.id]: wanted } : {};
  return { type: "CHECK", facts: { ...aim, ...facts } };
}

const BETWEEN = /[，,。.；;！!？?\s]+|还有|另外|顺便|而且/u;

/** One question, or several in their order when the parts of the message are each clear. */
function asks({ text, guesses, entities }: Hearing, pack: Pack, classifier: Classifier): Ask[] {
  const whole = guesses[0]?.label ?? "";
  const parts = text.split(BETWEEN).filter((part) => bare(part).length > 2);
  const labels = [...new Set(parts.flatMap((part) => clearLabel(part, pack, classifier)))];
  const topics = new Set(labels.map(topicOf));
  const several = topics.size > 1 && topics.has(topicOf(whole));
  return (several ? labels.slice(0, CANDIDATES) : [whole]).map((answer) => ({ answer, entities }));
}

function clearLabel(part: string, { answers }: Pack, classifier: Classifier): string[] {
  const { guesses, known } = classifier.classify(part);
  const [first] = guesses;
  if (!first || known < ALSO_KNOWN || first.confidence < ALSO_SURE) return [];
  const answer = answers.get(first.label);
  return answer?.kind === "outside" || answer?.starts !== undefined ? [] : [first.label];
}
