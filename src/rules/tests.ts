import type {
  EligibilityRules,
  Match,
  Requirement,
  Test,
} from "../knowledge/schemas/eligibility.ts";
import type { Education } from "../knowledge/schemas/lists.ts";
import { type Candidate, type Diploma, type Fact, type Range, isOpen } from "./candidate.ts";
import {
  type Aspect,
  type Finding,
  type Grade,
  type Ground,
  NO,
  UNSURE,
  YES,
  all,
  any,
} from "./grade.ts";
import { work } from "./work.ts";

export interface RuleBook {
  readonly eligibility: EligibilityRules;
  readonly education: Education;
}

/** Evaluates a tree of tests on one candidate, open facts included. */
export function evaluate(need: Requirement, who: Candidate, book: RuleBook): Finding {
  if ("all" in need) return all(need.all.map((one) => evaluate(one, who, book)));
  if ("any" in need) return any(need.any.map((one) => evaluate(one, who, book)));
  return evaluateTest(need, who, book);
}

/** Every test of the rules, each as often as it stands there. */
export function testsOf({ requirements, conditions }: EligibilityRules): Test[] {
  return [...requirements, ...conditions].flatMap(({ requires }) => leavesOf(requires));
}

function leavesOf(need: Requirement): Test[] {
  if ("all" in need) return need.all.flatMap(leavesOf);
  return "any" in need ? need.any.flatMap(leavesOf) : [need];
}

function evaluateTest(test: Test, who: Candidate, book: RuleBook): Finding {
  if ("age" in test) return age(test.age, who);
  if ("education" in test) return education(test.education.minimum, who, book.education);
  if ("work" in test) return work(test.work, who);
  if ("certificate" in test) return certificate(test.certificate, who);
  if ("title" in test) return title(test.title, who);
  return diploma(test.diploma, who);
}

type Wanted<K extends string> = Extract<Test, Record<K, unknown>>[K &
  keyof Extract<Test, Record<K, unknown>>];

function age(wanted: Wanted<"age">, who: Candidate): Finding {
  const need = wanted.years * 12;
  const grade = ([from, to]: Range): Grade =>
    from >= need ? YES : to >= need - wanted.borderline_months ? UNSURE : NO;
  return weigh("age", who.age, grade, { need: String(wanted.years) });
}

/**
 * What was told by itself or any diploma reaches it. A school above the one asked for counts though it is
 * not finished, since that one came before it, unless the highest education was told by itself.
 */
function education(minimum: string, who: Candidate, { schools }: Education): Finding {
  const rank = (id: string): number => schools.find((school) => school.id === id)?.rank ?? -1;
  const need = rank(minimum);
  const reaches = (id: string): Grade => (rank(id) >= need ? YES : NO);
  const cameBefore = (id: string): boolean => (who.highest ?? null) === null && rank(id) > need;
  const ways = who.diplomas.map((one, place) => schooling(one, place, reaches, cameBefore));
  if (who.highest !== undefined)
    ways.push(weigh("education", who.highest, reaches, { need: minimum }));
  return ways.length > 0 ? any(ways) : weigh<string>("education", null, reaches);
}

function schooling(
  one: Diploma,
  place: number,
  reaches: (id: string) => Grade,
  cameBefore: (id: string) => boolean,
): Finding {
  const school = weigh("education", one.school, reaches, { place });
  if (isOpen(one.school) || one.school === null || cameBefore(one.school)) return school;
  return all([school, weigh("status", one.status, finished, { place })], "turn");
}

/** The last year of a school is taken for its end, as everywhere (A8). */
const finished = member<string>(["graduated", "final_year"], ["unclear"]);

function certificate(wanted: Wanted<"certificate">, who: Candidate): Finding {
  const need = wanted.levels.join("/");
  const levels = member(wanted.levels, wanted.unsure_levels);
  const matches = member<Match>(wanted.occupations, [
    "unclear",
    ...(wanted.unsure_occupations ?? []),
  ]);
  return best(
    none("certificate_level", need),
    who.certificates.map((one, place) => [
      weigh("certificate_level", one.level, levels, { need, place }),
      weigh("certificate_occupation", one.match, matches, { place }),
      ...years("certificate_years", one.months_after, wanted.years_after, place),
    ]),
  );
}

function title(wanted: Wanted<"title">, who: Candidate): Finding {
  const grades = member(wanted.grades, wanted.unsure_grades);
  return best(
    none("title_grade"),
    who.titles.map((one, place) => [
      weigh("title_grade", one.grade, grades, { place }),
      weigh("title_field", one.field, (corresponds) => (corresponds ? YES : NO), { place }),
      ...years("title_years", one.months_after, wanted.years_after, place),
    ]),
  );
}

function diploma(wanted: Wanted<"diploma">, who: Candidate): Finding {
  const schools = member(wanted.schools, wanted.unsure_schools);
  const statuses = member(wanted.statuses, ["unclear"]);
  const majors = member<Match>(["own", "related"], ["unclear"]);
  return best(
    none("school"),
    who.diplomas.map((one, place) => [
      weigh("school", one.school, schools, { place }),
      weigh("status", one.status, statuses, { place }),
      weigh("major", one.major, majors, { place }),
    ]),
  );
}

/** Of a list of papers the best counts; without any it is the lack of them that is told. */
function best(nothing: Finding, papers: readonly Finding[][]): Finding {
  return papers.length > 0 ? any(papers.map((parts) => all(parts, "turn"))) : nothing;
}

function none(about: Aspect, need?: string): Finding {
  const ground: Ground = { about, grade: NO, ...(need !== undefined && { need }) };
  return { of: "leaf", parts: [], low: NO, high: NO, ground };
}

function years(about: Aspect, months: Fact<Range>, wanted: number, place: number): Finding[] {
  if (wanted === 0) return [];
  const need = wanted * 12;
  const grade = ([from, to]: Range): Grade => (from >= need ? YES : to >= need ? UNSURE : NO);
  const told = months === null || isOpen(months) ? {} : { months };
  return [weigh(about, months, grade, { need: String(wanted), place, ...told })];
}

function member<T extends string>(
  yes: readonly T[],
  unsure: readonly T[] = [],
): (value: T) => Grade {
  return (value) => (yes.includes(value) ? YES : unsure.includes(value) ? UNSURE : NO);
}

interface Details {
  readonly need?: string;
  readonly place?: number;
  readonly months?: Range;
}

/** Weighs one fact: an open one may still turn out either way, an unknown one must be confirmed. */
function weigh<T>(
  about: Aspect,
  fact: Fact<T>,
  grade: (value: T) => Grade,
  details: Details = {},
): Finding {
  if (isOpen(fact)) {
    const ground: Ground = { about, grade: NO, ...details };
    const open = { ground, ask: fact.open, weigh: grade as (value: unknown) => Grade };
    return { of: "leaf", parts: [], low: NO, high: YES, ...open };
  }
  const known = fact === null ? UNSURE : grade(fact);
  const ground: Ground = { about, grade: known, ...details };
  return { of: "leaf", parts: [], low: known, high: known, ground };
}
