import type { FactValue, Facts } from "../../machines/words.ts";
import type { Question } from "../../src/knowledge/schemas/dialog.ts";
import { assess } from "../../src/rules/eligibility.ts";
import { NONE, fromFacts } from "../../src/rules/from-facts.ts";
import { names, pack } from "../quanmeiti-pack.ts";

/**
 * Answers that no option stands for and that may be typed: lengths of time and ages that straddle a
 * figure of 附件1 or have no end, schools and levels that are not offered, a name that is only alike.
 */
const TYPED: Readonly<Partial<Record<Question["type"], readonly FactValue[]>>> = {
  target: ["all", ...pack.projects.levels.map(({ id }) => id)],
  duration: [[54, 66], [60], [114, 126], [30, 40], [36, 60], [6, 18]],
  age: [
    [180, 191],
    [188, 188],
    [186, 195],
  ],
  school: ["小学", "初中", "境外学历"],
  certificate_level: ["二级"],
  major: ["数字媒体技术"],
};

/** Every answer that stands for a class of answers to one question: options, none, 不清楚, typed ones. */
function answersOf({ type, options, none }: Question): FactValue[] {
  return [
    ...options.map(({ id }) => id),
    ...(none === undefined ? [] : [NONE]),
    ...(type === "target" ? [] : [null]),
    ...(TYPED[type] ?? []),
  ];
}

export const ANSWERS: ReadonlyMap<string, readonly FactValue[]> = new Map(
  pack.interview.map((question) => [question.id, answersOf(question)]),
);

/**
 * Questions about one thing, such as one's certificates. A condition reads each thing by itself and
 * joins what it read by `all` and `any`, so answers with the same grades are the same to a verdict.
 */
const THINGS = new Map<string, string[]>();
for (const { id, type, fact } of pack.interview) {
  const thing = fact.split(".")[0] ?? fact;
  if (type !== "target") THINGS.set(thing, [...(THINGS.get(thing) ?? []), id]);
}

export function thingOf(question: string): string | undefined {
  return [...THINGS.keys()].find((thing) => THINGS.get(thing)?.includes(question));
}

/** What every thing is while another one is looked at: as good as can be, so that nothing hides it. */
const AT_BEST: Facts = {
  age: "over",
  school: "本科",
  status: "graduated",
  major: "listed",
  occupation: "own",
  work_years: "from_10",
  certificate: "四级",
  certificate_occupation: "own",
  certificate_years: "from_4",
  other_school: NONE,
  title: "junior",
  title_years: "from_1",
};

export const LEVELS = pack.projects.levels.map(({ id }) => id);

export function verdictsOf(facts: Facts): string[] {
  const who = fromFacts(facts, pack.interview, names);
  return LEVELS.map((level) => assess(pack, level, who).verdict);
}

/** The grades that a thing's answers lead to, everything else being at best. */
function gradesOf(thing: string, answers: Facts): string {
  const others = Object.fromEntries(
    Object.entries(AT_BEST).filter(([question]) => !THINGS.get(thing)?.includes(question)),
  );
  const who = fromFacts({ ...others, ...answers }, pack.interview, names);
  return LEVELS.map((level) => {
    const { requirements, conditions } = assess(pack, level, who);
    const general = requirements.map(({ grade }) => grade).join("");
    return `${general}/${conditions.map(({ grade }) => grade).join("")}`;
  }).join(" ");
}

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

/** Keeps what was worked out for the answers told about one thing. */
function remembered<T>(work: (thing: string, told: Facts, open: string[], extra: string) => T) {
  const known = new Map<string, T>();
  return (thing: string, facts: Facts, extra = ""): T => {
    const told = only(thing, facts);
    const key = JSON.stringify([thing, told, extra]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const open = (THINGS.get(thing) ?? []).filter((id) => !(id in told));
    const result = work(thing, told, open, extra);
    known.set(key, result);
    return result;
  };
}

/** Every outcome that the questions still unanswered can lead to for one thing. */
const reachable = remembered<readonly number[]>((thing, told, [next]) => {
  if (next === undefined) return [outcomeOf(thing, told)];
  const all = (ANSWERS.get(next) ?? []).flatMap((value) =>
    reachable(thing, { ...told, [next]: value }),
  );
  return [...new Set(all)];
});

/** Pairs of outcomes of two completions that differ only in the answer to `asked`. */
const pairs = remembered<readonly (readonly [number, number])[]>((thing, told, open, asked) => {
  const next = open.find((id) => id !== asked) ?? asked;
  const after = (ANSWERS.get(next) ?? []).map((value) => ({ ...told, [next]: value }));
  if (next !== asked) {
    const found = after.flatMap((answers) => pairs(thing, answers, asked));
    return [...new Map(found.map((pair) => [pair.join(), pair])).values()];
  }
  const ends = [...new Set(after.map((answers) => outcomeOf(thing, answers)))];
  return ends.flatMap((one, at) => ends.slice(at + 1).map((other) => [one, other] as const));
});

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
