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
export const THINGS = new Map<string, string[]>();
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
export function gradesOf(thing: string, answers: Facts): string {
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
