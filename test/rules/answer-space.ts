import type { FactValue, Facts } from "../../machines/words.ts";
import type { Question } from "../../src/knowledge/schemas/dialog.ts";
import { standing } from "../../src/rules/eligibility.ts";
import { askedFor, factIds, listOf } from "../../src/rules/asked.ts";
import { NONE, createFactReader } from "../../src/rules/facts.ts";
import { names, pack } from "../quanmeiti-pack.ts";

/**
 * Answers that no option stands for and that may be typed: lengths of time and ages that straddle a
 * figure of 附件1 or have no end, schools and levels that are not offered, a name that is only alike.
 */
const TYPED: Readonly<Record<string, readonly FactValue[]>> = {
  target: ["all", ...pack.projects.levels.map(({ id }) => id)],
  occupation: ["unlisted"],
  work_years: [[0, 0], [54, 66], [60], [114, 126]],
  certificate_years: [
    [30, 40],
    [36, 60],
  ],
  title_years: [[6, 18]],
  age: [
    [180, 191],
    [188, 188],
    [186, 195],
  ],
  school: ["小学", "初中", "境外学历"],
  major: ["数字媒体技术"],
};

/** Of a second and a third thing a few answers that lead to every grade. */
const FURTHER: Readonly<Partial<Record<Question["type"], readonly FactValue[]>>> = {
  school: [NONE, null, "普通高中", "技工院校高级工班", "专科", "成人高等教育"],
  major: ["listed", "unlisted", null],
  occupation: ["own", "related", "unclear", "unlisted"],
  duration: [[0, 0], [6, 18], "from_5", "from_10", "from_3", "from_4"],
  certificate_level: [NONE, "五级", "四级"],
};
const THIRD: typeof FURTHER = {
  school: [NONE, "技工院校高级工班", "专科"],
  major: ["listed", "unlisted"],
  occupation: ["own", "related", "unclear", "unlisted"],
  duration: [[0, 0], "from_10", "from_4"],
  certificate_level: [NONE, "五级", "四级"],
};

/** Only together with the months of another job do these reach ten years, and never for certain. */
const ADDED: Readonly<Record<string, readonly FactValue[]>> = { "work_years.2": [[66, 119]] };

/** Every answer that stands for a class of answers to one fact: options, none, 不清楚, typed ones. */
function answersOf(fact: string): FactValue[] {
  const asked = askedFor(pack.interview, fact);
  if (!asked) throw new Error(`no fact ${fact}`);
  const { question, place, none } = asked;
  const { type, options } = question;
  const ids = options.map(({ id }) => id);
  if (place > 0) {
    const few = (place > 1 ? THIRD : FURTHER)[type] ?? [];
    const fit = (value: FactValue): boolean =>
      type !== "duration" || typeof value !== "string" || ids.includes(value);
    const asNone = none !== undefined && !few.includes(NONE) ? [NONE] : [];
    return [...asNone, ...few.filter(fit), ...(ADDED[fact] ?? [])];
  }
  return [
    ...ids,
    ...(none === undefined ? [] : [NONE]),
    ...(type === "target" ? [] : [null]),
    ...(TYPED[question.id] ?? []),
  ];
}

/** Facts that the interview asks for: the once-asked ones of the first thing only. */
const ASKED = factIds(pack.interview).filter((fact) => {
  const { question, place = 0 } = askedFor(pack.interview, fact) ?? {};
  return place === 0 || !question?.once;
});
export const ANSWERS: ReadonlyMap<string, readonly FactValue[]> = new Map(
  ASKED.map((fact) => [fact, answersOf(fact)]),
);

/**
 * Questions about one thing, such as one's certificates. A condition reads each thing by itself and
 * joins what it read by `all` and `any`, so answers with the same grades are the same to a verdict.
 */
export const THINGS = new Map<string, string[]>();
for (const place of [0, 1, 2])
  for (const fact of ASKED) {
    const asked = askedFor(pack.interview, fact);
    if (!asked || asked.question.type === "target" || asked.place !== place) continue;
    const thing = listOf(asked.question) ?? asked.question.fact;
    THINGS.set(thing, [...(THINGS.get(thing) ?? []), fact]);
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
  "school.2": NONE,
  "occupation.2": NONE,
  "certificate.2": NONE,
  title: "junior",
  title_years: "from_1",
};

export const LEVELS = pack.projects.levels.map(({ id }) => id);

const read = createFactReader(pack.interview, names);

export function verdictsOf(facts: Facts): string[] {
  const who = read(facts);
  return LEVELS.map((level) => standing(pack, level, who).verdict);
}

/** The grades that a thing's answers lead to, everything else being at best. */
export function gradesOf(thing: string, answers: Facts): string {
  const others = Object.fromEntries(
    Object.entries(AT_BEST).filter(([question]) => !THINGS.get(thing)?.includes(question)),
  );
  const who = read({ ...others, ...answers });
  return LEVELS.map((level) => [...standing(pack, level, who).grades.values()].join("")).join(" ");
}
