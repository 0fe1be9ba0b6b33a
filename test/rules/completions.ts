import type { FactValue, Facts } from "../../machines/words.ts";
import { factId, parseFactId } from "../../src/fact-ids.ts";
import { askedFor } from "../../src/rules/asked.ts";
import { NONE } from "../../src/rules/facts.ts";
import { pack } from "../quanmeiti-pack.ts";
import { ANSWERS, LEVELS, THINGS, gradesOf, thingOf, verdictsOf } from "./answer-space.ts";

interface Outcome {
  readonly thing: string;
  /** Answers that lead to these grades, to stand for all that do. */
  readonly sample: Facts;
}
const outcomes: Outcome[] = [];
const outcomeNumbers = new Map<string, number>();

function outcomeOf(thing: string, sample: Facts): number {
  const key = `${thing} ${gradesOf(thing, sample)}`;
  const known = outcomeNumbers.get(key);
  if (known !== undefined) return known;
  outcomeNumbers.set(key, outcomes.length);
  return outcomes.push({ thing, sample }) - 1;
}

function only(thing: string, facts: Facts): Facts {
  const ids = THINGS.get(thing) ?? [];
  return Object.fromEntries(ids.flatMap((id) => (id in facts ? [[id, facts[id] ?? null]] : [])));
}

type Reach<T> = (thing: string, facts: Facts, asked?: string) => T;

/** Keeps what was worked out for the answers told about one thing. */
function remembered<T>(
  work: (thing: string, told: Facts, open: string[], asked: string) => T,
): Reach<T> {
  const known = new Map<string, T>();
  return (thing, facts, asked = "") => {
    const told = only(thing, facts);
    const key = JSON.stringify([thing, told, asked]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const open = (THINGS.get(thing) ?? []).filter((id) => !(id in told));
    const result = work(thing, told, open, asked);
    known.set(key, result);
    return result;
  };
}

/**
 * Answers that a fact can still get: whoever said that there is no other thing, or that he cannot say,
 * is asked for no further one, and nothing of a thing that is none.
 */
function possible(fact: string, told: Facts): readonly FactValue[] {
  const answers = ANSWERS.get(fact) ?? [];
  const { place = 0, question, of } = askedFor(pack.interview, fact) ?? {};
  const head = (at: number): FactValue | undefined =>
    question && told[factId(of === undefined ? question.id : parseFactId(of).question, at)];
  const over = (at: number): boolean => head(at) === NONE || (at > 0 && head(at) === null);
  if (place === 0) return answers;
  if (of === undefined) return over(place - 1) ? [NONE] : answers;
  return over(place) ? answers.slice(0, 1) : answers;
}

/** Every outcome that the questions still unanswered can lead to for one thing. */
const reachable: Reach<readonly number[]> = remembered((thing, told, [next]) => {
  if (next === undefined) return [outcomeOf(thing, told)];
  const all = possible(next, told).flatMap((value) => reachable(thing, { ...told, [next]: value }));
  return [...new Set(all)];
});

/** Pairs of outcomes of two completions that differ only in the answer to `asked`. */
const pairs: Reach<readonly (readonly [number, number])[]> = remembered(
  (thing, told, open, asked) => {
    const next = open.find((id) => id !== asked) ?? asked;
    const after = possible(next, told).map((value) => ({ ...told, [next]: value }));
    if (next !== asked) {
      const found = after.flatMap((answers) => pairs(thing, answers, asked));
      return [...new Map(found.map((pair) => [pair.join(), pair])).values()];
    }
    const ends = [...new Set(after.map((answers) => outcomeOf(thing, answers)))];
    return ends.flatMap((one, at) => ends.slice(at + 1).map((other) => [one, other] as const));
  },
);

const verdicts = new Map<string, readonly string[]>();

function verdictsWith(chosen: readonly number[]): readonly string[] {
  const key = chosen.join();
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const facts: Facts = Object.assign({}, ...chosen.map((one) => outcomes[one]?.sample));
  const found = verdictsOf(facts);
  verdicts.set(key, found);
  return found;
}

function* products(lists: readonly (readonly number[])[]): Generator<number[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const tail of products(rest)) for (const head of first) yield [head, ...tail];
}

/** The levels that a candidate wants, as places in `LEVELS`. */
function wanted(target: FactValue | undefined): number[] {
  const at = LEVELS.findIndex((level) => level === target);
  return at < 0 ? LEVELS.map((_, place) => place) : [at];
}

const thingNames = [...THINGS.keys()];
const differ = (one: readonly string[], other: readonly string[], places: readonly number[]) =>
  places.some((place) => one[place] !== other[place]);

/** Whether two completions that differ only in this answer have different verdicts. */
export function canChange(question: string, facts: Facts): boolean {
  const thing = thingOf(question);
  if (thing === undefined) return true;
  const places = wanted(facts["target"]);
  const others = thingNames.filter((name) => name !== thing);
  const turns = pairs(thing, facts, question);
  for (const rest of products(others.map((name) => reachable(name, facts))))
    for (const [one, other] of turns)
      if (differ(verdictsWith([one, ...rest]), verdictsWith([other, ...rest]), places)) return true;
  return false;
}

/** A completion of the unanswered questions with another verdict than now, if there is one. */
export function otherVerdict(facts: Facts): Facts | undefined {
  const places = wanted(facts["target"]);
  const now = verdictsOf(facts);
  for (const chosen of products(thingNames.map((name) => reachable(name, facts))))
    if (differ(now, verdictsWith(chosen), places))
      return Object.assign({}, ...chosen.map((one) => outcomes[one]?.sample)) as Facts;
  return undefined;
}

/** The same facts with each thing put by the sample that stands for it. */
export function bySamples(facts: Facts): Facts {
  return Object.assign(
    {},
    ...thingNames.map((name) => outcomes[outcomeOf(name, only(name, facts))]?.sample),
  ) as Facts;
}
