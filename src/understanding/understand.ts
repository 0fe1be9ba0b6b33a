import type { DialogContext } from "../../machines/dialog.ts";
import type { Ask, DialogEvent, Entities, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { type Incoming, MAX_TEXT } from "../message.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import { applicationValues, commandEvent, understandChoice } from "./choices.ts";
import { type Classifier, type Guess, grams, trainClassifier } from "./classifier.ts";
import { type Mentions, chooseEntities, createEntityFinder } from "./entities.ts";
import { createFinder } from "./finder.ts";
import { answerTo, findFacts, heldCertificate } from "./facts.ts";
import { bare, createNormaliser } from "./normalise.ts";
import { COMMANDS } from "../knowledge/schemas/wording.ts";

/** What the message is an answer to, as far as it is one. */
export interface Situation {
  /** The question that is open, of the interview or of the registration. */
  readonly pending?: string;
  readonly context: DialogContext;
}

export interface Understanding {
  readonly event: DialogEvent;
  /** What the message was taken to ask about, best first; empty for commands and tapped choices. */
  readonly guesses: readonly Guess[];
  readonly entities: Entities;
}

/** At and above this confidence an answer is given; from UNSURE on, choices are offered. */
const SURE = 0.4;
/** Below SURE a first guess still counts when it leads the second by this factor. */
const LEAST_LEADING = 0.2;
const LEAD = 2.5;
const UNSURE = 0.1;
/** The second question of a message has to be clearer than the first. */
const ALSO_SURE = 0.6;
/** Below this share of known n-grams nothing is recognised. */
const LEAST_KNOWN = 0.34;
const CANDIDATES = 3;
/** How alike a typed answer and an option must be. */
const ALIKE = 0.5;

export type Understand = (
  body: Incoming["body"],
  situation: Situation,
  today: string,
) => Understanding;

/** Trains on the pack's examples; the same pack always understands the same. */
export function createUnderstanding(pack: Pack): Understand {
  const normalise = createNormaliser(pack.vocabulary.spelling);
  const find = createEntityFinder(pack);
  const classifier = trainClassifier(
    [...pack.answers.values()].flatMap(({ id, title, examples }) =>
      [title, ...examples].map((text) => ({ text: normalise(text), label: id })),
    ),
  );
  const commands = commandIndex(pack, normalise);
  const findElsewhere = createFinder(
    Object.entries(pack.vocabulary.elsewhere).flatMap(([answer, words]) =>
      words.map((word) => [word, answer] as const),
    ),
  );
  /** Names of other exams and places: whatever is asked about them is not ours to answer. */
  const elsewhere = (text: string): DialogEvent | undefined => {
    const [named] = findElsewhere(text);
    return named && { type: "ASK", asks: [{ answer: named.value, entities: {} }] };
  };

  return (body, situation, today) => {
    const nothing = { guesses: [], entities: {} };
    if ("choice" in body)
      return { ...nothing, event: understandChoice(body.choice, situation.pending, pack) };
    const refused = refuse(body.text);
    if (refused) return { ...nothing, event: { type: "UNCLEAR", reason: refused } };
    const text = normalise(body.text);
    if (bare(text) === "")
      return { ...nothing, event: { type: "UNCLEAR", reason: "symbols_only" } };
    const found = find(text, today);
    const entities = chooseEntities(found);
    const { guesses, known } = classifier.classify(text);
    const event =
      navigation(text, commands) ??
      typedAnswer(text, found, situation, pack) ??
      commands.get(bare(text)) ??
      correction(text, found, situation, pack) ??
      clarified(text, situation, pack) ??
      (guesses[0]?.label.startsWith("eligibility.") ? undefined : elsewhere(text)) ??
      ((): DialogEvent =>
        asked({ text, found, entities, guesses, known }, situation, pack, classifier))();
    return { event, guesses, entities };
  };
}

function refuse(text: string): "empty" | "too_long" | undefined {
  if (text.trim() === "") return "empty";
  return [...text].length > MAX_TEXT ? "too_long" : undefined;
}

function commandIndex(pack: Pack, normalise: (text: string) => string): Map<string, DialogEvent> {
  return new Map(
    COMMANDS.flatMap((command) =>
      pack.vocabulary.commands[command].map(
        (phrase) => [bare(normalise(phrase)), commandEvent(command)] as const,
      ),
    ),
  );
}

/** These are never an answer: 返回, 重新开始, 菜单, 修改, 删除我的记录. */
function navigation(
  text: string,
  commands: ReadonlyMap<string, DialogEvent>,
): DialogEvent | undefined {
  const event = commands.get(bare(text));
  return event &&
    event.type !== "CONFIRM" &&
    event.type !== "CANCEL" &&
    event.type !== "APPLY" &&
    event.type !== "CHECK"
    ? event
    : undefined;
}

function typedAnswer(
  text: string,
  found: Mentions,
  { pending, context }: Situation,
  pack: Pack,
): DialogEvent | undefined {
  if (pending === undefined || context.clarifying !== undefined) return undefined;
  const question = pack.interview.find(({ id }) => id === pending);
  const value = question
    ? question.type === "target"
      ? target(text, found)
      : answerTo(question, text, found, pack)
    : application(pending, text, found, pack);
  const others = question ? findFacts(found, pack, pending) : {};
  if (value === undefined) {
    const tells =
      question && text.length <= LONG && Object.keys(others).length > 0 && !ASKING.test(text);
    return tells ? { type: "TELL", facts: others, readBack: true } : undefined;
  }
  return { type: "TELL", facts: { ...others, [pending]: value }, readBack: true };
}

/** What makes a short message a question, not an answer. */
const ASKING = /[吗么?？]|怎|咋|啥|几|多少|什么|哪|能|可以|够不|行不|算不/u;
const ALL = /都看|都行|两个|哪个|随便|都可以|全部|都测|一起/u;
const LONG = 16;

function target(text: string, found: Mentions): string | undefined {
  if (text.length > LONG) return undefined;
  if (ALL.test(text)) return ALL_LEVELS;
  return found.names.level.length === 1 ? found.names.level[0]?.value : undefined;
}

/** A level, direction, month or way to register, typed when it was asked for. */
function application(
  pending: string,
  text: string,
  found: Mentions,
  pack: Pack,
): string | undefined {
  if (text.length > LONG) return undefined;
  const { level, direction, applicant, month } = chooseEntities(found);
  const plain = bare(text);
  const told: Record<string, string | undefined> = {
    level: level?.toString(),
    direction: direction?.toString(),
    applicant:
      applicant?.toString() ??
      applicationValues("applicant", pack).find((id) => plain.includes(id)),
    month: month?.toString() ?? (/^\d{1,2}$/u.test(plain) ? String(Number(plain)) : undefined),
  };
  const value = told[pending];
  return value !== undefined && applicationValues(pending, pack).includes(value)
    ? value
    : undefined;
}

const CORRECTION = /^(?:不对|错了|不是|说错了|更正|纠正)[，,。 ]*/u;

/** "改学历", "不对，是中专". */
function correction(
  text: string,
  found: Mentions,
  { context }: Situation,
  pack: Pack,
): DialogEvent | undefined {
  const told = Object.keys(context.facts);
  const verb = pack.vocabulary.change_verbs.find(
    (word) =>
      text.startsWith(word) || text.startsWith(`我要${word}`) || text.startsWith(`我想${word}`),
  );
  if (verb !== undefined && text.length <= LONG) {
    const named = told.find((id) =>
      (pack.vocabulary.question_aliases[id] ?? []).some((alias) => text.endsWith(alias)),
    );
    if (named !== undefined) return { type: "CHANGE", question: named };
  }
  if (!CORRECTION.test(text)) return undefined;
  const facts = Object.fromEntries(
    Object.entries(findFacts(found, pack, told.at(-1))).filter(([id]) => id in context.facts),
  );
  return Object.keys(facts).length > 0 ? { type: "TELL", facts, readBack: true } : undefined;
}

/** A typed answer to a clarifying question: the option that it is most like. */
function clarified(text: string, { context }: Situation, pack: Pack): DialogEvent | undefined {
  const options =
    context.clarifying === undefined
      ? undefined
      : pack.answers.get(context.clarifying)?.clarify?.options;
  const [best] = (options ?? [])
    .map((option) => ({ option, alike: alike(text, option.label) }))
    .toSorted((a, b) => b.alike - a.alike);
  return best && best.alike >= ALIKE
    ? { type: "ASK", asks: [{ answer: best.option.answer, entities: {} }] }
    : undefined;
}

/** Share of the shorter text's n-grams that the other has too. */
function alike(one: string, other: string): number {
  const [a, b] = [grams(one), grams(other)];
  const common = [...a].filter((gram) => b.has(gram)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

interface Heard {
  readonly text: string;
  readonly found: Mentions;
  readonly entities: Entities;
  readonly guesses: readonly Guess[];
  readonly known: number;
}

/** No answer to anything open: a question, the story of a candidate, or nothing that is understood. */
function asked(
  heard: Heard,
  { pending, context }: Situation,
  pack: Pack,
  classifier: Classifier,
): DialogEvent {
  const { guesses, known, found, entities } = heard;
  const facts = findFacts(found, pack, pending);
  const [first] = guesses;
  const confident = first !== undefined && known >= LEAST_KNOWN && isClear(guesses);
  const starts = first ? pack.answers.get(first.label)?.starts : undefined;
  const story = Object.keys(facts).length;
  if (story >= 2 && (!confident || starts === "eligibility" || aboutEligibility(first)))
    return check(facts, heard, pack, context);
  if (confident && starts === "eligibility") return check(facts, heard, pack, context);
  if (confident && starts === "registration")
    return { type: "APPLY", facts: applicationFacts(entities, pack) };
  if (confident) return { type: "ASK", asks: asks(heard, pack, classifier) };
  if (story >= 1 && context.facts && Object.keys(context.facts).length > 0)
    return { type: "TELL", facts, readBack: true };
  if (known < LEAST_KNOWN || first === undefined || first.confidence < UNSURE)
    return {
      type: "UNCLEAR",
      reason: pending !== undefined && heard.text.length <= LONG ? "bad_answer" : "not_understood",
    };
  return { type: "UNSURE", candidates: guesses.slice(0, CANDIDATES).map(({ label }) => label) };
}

function isClear([first, second]: readonly Guess[]): boolean {
  if (!first) return false;
  if (first.confidence >= SURE) return true;
  return first.confidence >= LEAST_LEADING && first.confidence >= LEAD * (second?.confidence ?? 0);
}

function aboutEligibility(guess: Guess | undefined): boolean {
  return guess !== undefined && guess.label.startsWith("eligibility.");
}

/** Starts the self-assessment with what was told; a level asked for is its target. */
function check(
  facts: Facts,
  { entities, found }: Heard,
  pack: Pack,
  context: DialogContext,
): DialogEvent {
  const question = pack.interview.find(({ type }) => type === "target");
  const level = entities["level"];
  const held = heldCertificate(found)?.value;
  const wanted =
    typeof level === "string" &&
    level !== held &&
    pack.projects.levels.some(({ id }) => id === level)
      ? level
      : undefined;
  const aim: Facts = question && wanted !== undefined ? { [question.id]: wanted } : {};
  void context;
  return { type: "CHECK", facts: { ...aim, ...facts } };
}

function applicationFacts(entities: Entities, pack: Pack): Facts {
  return Object.fromEntries(
    pack.registration.questions.flatMap(({ id }) => {
      const value = entities[id]?.toString();
      return value !== undefined && applicationValues(id, pack).includes(value)
        ? [[id, value] as const]
        : [];
    }),
  );
}

const BETWEEN = /[，,。.；;！!？?\s]+|还有|另外|顺便|而且/u;

/** One question, or several in their order when the parts of the message are each clear. */
function asks({ text, guesses, entities }: Heard, pack: Pack, classifier: Classifier): Ask[] {
  const whole = guesses[0]?.label as string;
  const parts = text.split(BETWEEN).filter((part) => bare(part).length >= 3);
  const clear = parts
    .map((part) => classifier.classify(part))
    .filter(({ guesses: [top], known }) => top && known > 0.5 && top.confidence >= ALSO_SURE);
  const labels = [
    ...new Set(clear.flatMap(({ guesses: [top] }) => (top ? [top.label] : []))),
  ].filter(
    (label) =>
      pack.answers.get(label)?.kind !== "outside" && pack.answers.get(label)?.starts === undefined,
  );
  const topics = new Set(labels.map((label) => label.split(".")[0]));
  const several = parts.length > 1 && topics.size > 1 && topics.has(whole.split(".")[0]);
  return (several ? labels.slice(0, CANDIDATES) : [whole]).map((answer) => ({ answer, entities }));
}
