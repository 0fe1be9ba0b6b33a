import type { FactValue, Facts, Guide } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { APPLICATION_QUESTIONS } from "../knowledge/schemas/dialog.ts";
import { askedFor, listOf } from "./asked.ts";
import { type Candidate, isOpen } from "./candidate.ts";
import { createChances } from "./chances.ts";
import { type Classes, createClasses } from "./classes.ts";
import { conflictingFacts } from "./conflicts.ts";
import { examine } from "./eligibility.ts";
import {
  MOST_THINGS,
  NONE,
  type FactReader,
  createAnswerReader,
  createFactReader,
} from "./facts.ts";
import { factId, parseFactId } from "../fact-ids.ts";
import type { Finding } from "./grade.ts";
import type { Names } from "./names.ts";
import { outlook } from "./order.ts";
import { openFacts } from "./relevance.ts";
import { type Remember, oncePerFacts, remembered } from "./remembered.ts";

/** The answer to the target question that means every level. */
export const ALL_LEVELS = "all";

/** Stands for a verdict that facts still open can move. */
const UNDECIDED = "?";

/**
 * What the dialog asks of the rules, answered from the pack.
 * @param remember how the next question is kept from being looked for again
 */
export function createGuide(pack: Pack, names: Names, remember: Remember = remembered): Guide {
  const target = pack.interview.find(({ type }) => type === "target");
  const read = oncePerFacts(createFactReader(pack.interview, names));
  const next = createNextFact(pack, names, read);
  const ofApplication = new Set<string>(pack.registration.questions.map(({ id }) => id));
  const verdicts = (facts: Facts): string => {
    const who = read(facts);
    const levels = targetLevels(pack, facts);
    const found = levels.map((level) => examine(pack, level, who).whole);
    return found.map(({ low, high }) => (low === high ? low : UNDECIDED)).join();
  };
  return {
    nextQuestion: remember((facts) => (target && !(target.id in facts) ? target.id : next(facts))),
    nextApplication: (facts) => applicationLeft(pack, facts)[0],
    lastApplication: (facts) => applicationQuestions(pack).findLast((id) => id in facts),
    conflict: (facts) => conflictingFacts(facts, read, pack.interview),
    moves: (before, after) => verdicts(before) !== verdicts(after),
    dependents: (fact, told) => dependents(pack, fact, told),
    isApplication: (question) => ofApplication.has(question),
    clarifies: (answer) => pack.answers.get(answer)?.clarify !== undefined,
  };
}

/**
 * The fact to ask for next: one that can still change a verdict, and of these the one that settles most.
 * @returns undefined when every verdict stands
 */
function createNextFact(
  pack: Pack,
  names: Names,
  read: FactReader,
): (facts: Facts) => string | undefined {
  const answer = createAnswerReader(pack.interview, names);
  const chances = createChances(pack.interview, answer);
  const levels = pack.projects.levels.map(({ id }) => id);
  const classes = createClasses(pack.interview, levels, pack, read, answer);
  const open = oncePerFacts((facts): { wholes: Finding[]; found: Set<string>; who: Candidate } => {
    const who = read(facts);
    const wholes = targetLevels(pack, facts).map((level) => examine(pack, level, who).whole);
    const found = new Set<string>();
    for (const whole of wholes) openFacts(whole, found);
    return { wholes, found, who };
  });
  /**
   * Conditions that share a diploma are weighed apart, so a fact may seem to matter though no diploma
   * lets it: it is asked for only if it stays open for some answer to the diplomas' questions.
   */
  const matters = (fact: string, facts: Facts): boolean => {
    const { found, who } = open(facts);
    if (!found.has(fact)) return false;
    const later = paperOf(who, fact);
    if (later === undefined) return true;
    return answersTo(later, pack, classes).some((value) =>
      matters(fact, { ...facts, [later]: value }),
    );
  };
  return (facts) => {
    const { wholes, found } = open(facts);
    if (found.size === 0) return undefined;
    const details = ofSameThing(pack, Object.keys(facts).at(-1)).filter((fact) => found.has(fact));
    const first = wholes.flatMap((whole) => outlook(whole, chances).ask ?? []);
    return [...details, ...first, ...found]
      .map((fact) => earlierThing(fact, found) ?? fact)
      .find((fact) => matters(fact, facts));
  };
}

/** The same question about an earlier thing that is still open: nobody has another before he has one. */
function earlierThing(fact: string, found: ReadonlySet<string>): string | undefined {
  const { question, place } = parseFactId(fact);
  const earlier = Array.from({ length: place }, (_, at) => factId(question, at));
  return earlier.find((one) => found.has(one));
}

/** The details of the thing that was told of last: what is begun is finished before the next thing. */
function ofSameThing({ interview }: Pack, last: string | undefined): string[] {
  const asked = last === undefined ? undefined : askedFor(interview, last);
  const list = asked && listOf(asked.question);
  if (!asked || list === undefined) return [];
  return interview
    .filter((question) => listOf(question) === list)
    .map(({ id }) => factId(id, asked.place));
}

/** An open fact of a diploma, but the one that is looked at. */
function paperOf({ diplomas }: Candidate, fact: string): string | undefined {
  for (const { school, status, major } of diplomas)
    for (const one of [school, status, major])
      if (isOpen(one) && one.open !== fact) return one.open;
  return undefined;
}

/** One answer for each class of answers; that there is no further such thing is the shortest. */
function answersTo(fact: string, { interview }: Pack, classes: Classes): FactValue[] {
  const { question, place } = parseFactId(fact);
  const answers = classes.get(question) ?? [];
  const asksForAnother =
    place > 0 && interview.some(({ id, another }) => id === question && another);
  return asksForAnother ? [NONE, ...answers] : [...answers];
}

/** The levels that the candidate wants to know about; all of them until he says. */
export function targetLevels(pack: Pack, facts: Facts): string[] {
  const levels = pack.projects.levels.map(({ id }) => id);
  const target = pack.interview.find(({ type }) => type === "target");
  const told = target && facts[target.id];
  return typeof told === "string" && levels.includes(told) ? [told] : levels;
}

/** Questions of the registration that are still to be asked. */
export function applicationLeft(pack: Pack, facts: Facts): string[] {
  return applicationQuestions(pack).filter((id) => !(id in facts));
}

/** Questions of the registration that this notice needs: none for directions where it has none. */
function applicationQuestions(pack: Pack): string[] {
  const asked = pack.registration.questions.map(({ id }) => id as string);
  return APPLICATION_QUESTIONS.filter(
    (id) => asked.includes(id) && (id !== "direction" || pack.projects.directions.length > 0),
  );
}

/**
 * What falls with a changed answer: what was said of the same thing, as a new school takes the major
 * along; and where there is no such thing any more, those after it.
 */
function dependents(pack: Pack, fact: string, told: FactValue): string[] {
  const { question, place } = parseFactId(fact);
  const changed = pack.interview.find(({ id }) => id === question);
  const list = changed && listOf(changed);
  const [head, ...rest] = pack.interview.filter(
    (one) => list !== undefined && listOf(one) === list,
  );
  if (head?.id !== question) return [];
  const own = rest.map(({ id }) => factId(id, place));
  if (told !== NONE) return own;
  const places = Array.from({ length: MOST_THINGS - place - 1 }, (_, more) => place + 1 + more);
  return [...own, ...places.flatMap((one) => [head, ...rest].map(({ id }) => factId(id, one)))];
}
