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

type Evaluate = (who: Candidate) => Finding;
interface Compiled {
  readonly schools: Education;
  readonly run: Evaluate;
}

/** Rules do not change once they are loaded, so each is looked through once, not for each candidate. */
const compiled = new WeakMap<Requirement, Compiled>();

/** Evaluates a tree of tests on one candidate, open facts included. */
export function evaluate(need: Requirement, who: Candidate, book: RuleBook): Finding {
  const known = compiled.get(need);
  if (known?.schools === book.education) return known.run(who);
  const run = compile(need, book.education);
  compiled.set(need, { schools: book.education, run });
  return run(who);
}

/** Every test of the rules, each as often as it stands there. */
export function testsOf({ requirements, conditions }: EligibilityRules): Test[] {
  return [...requirements, ...conditions].flatMap(({ requires }) => leavesOf(requires));
}

function leavesOf(need: Requirement): Test[] {
  if ("all" in need) return need.all.flatMap(leavesOf);
  return "any" in need ? need.any.flatMap(leavesOf) : [need];
}

function compile(need: Requirement, schools: Education): Evaluate {
  if ("all" in need) {
    const parts = need.all.map((one) => compile(one, schools));
    return (who) => all(parts.map((part) => part(who)));
  }
  if ("any" in need) {
    const parts = need.any.map((one) => compile(one, schools));
    return (who) => any(parts.map((part) => part(who)));
  }
  return compileTest(need, schools);
}

function compileTest(test: Test, schools: Education): Evaluate {
  if ("age" in test) return age(test.age);
  if ("education" in test) return education(test.education.minimum, schools);
  if ("work" in test) return (who) => work(test.work, who);
  if ("certificate" in test) return certificate(test.certificate);
  if ("title" in test) return title(test.title);
  return diploma(test.diploma);
}

type Wanted<K extends string> = Extract<Test, Record<K, unknown>>[K &
  keyof Extract<Test, Record<K, unknown>>];

function age(wanted: Wanted<"age">): Evaluate {
  const need = wanted.years * 12;
  const weigh = scale<Range>(
    "age",
    ([from, to]) => (from >= need ? YES : to >= need - wanted.borderline_months ? UNSURE : NO),
    String(wanted.years),
  );
  return (who) => weigh(who.age);
}

/**
 * What was told by itself or any diploma reaches it. A school above the one asked for counts though it is
 * not finished, since that one came before it, unless the highest education was told by itself.
 */
function education(minimum: string, { schools }: Education): Evaluate {
  const ranks = new Map(schools.map(({ id, rank }) => [id, rank]));
  const rank = (id: string): number => ranks.get(id) ?? -1;
  const need = rank(minimum);
  const reaches = (id: string): Grade => (rank(id) >= need ? YES : NO);
  const [school, told] = [scale("education", reaches), scale("education", reaches, minimum)];
  const schooling = (one: Diploma, place: number, highest: Fact<string>): Finding => {
    const reached = school(one.school, place);
    if (isOpen(one.school) || one.school === null) return reached;
    if (highest === null && rank(one.school) > need) return reached;
    return all([reached, finished(one.status, place)], "turn");
  };
  return ({ diplomas, highest }) => {
    const ways = diplomas.map((one, place) => schooling(one, place, highest ?? null));
    if (highest !== undefined) ways.push(told(highest));
    return ways.length > 0 ? any(ways) : school(null);
  };
}

/** The last year of a school is taken for its end, as everywhere (A8). */
const finished = scale("status", member<string>(["graduated", "final_year"], ["unclear"]));

function certificate(wanted: Wanted<"certificate">): Evaluate {
  const need = wanted.levels.join("/");
  const unsure = ["unclear", ...(wanted.unsure_occupations ?? [])] as const;
  const level = scale("certificate_level", member(wanted.levels, wanted.unsure_levels), need);
  const match = scale("certificate_occupation", member<Match>(wanted.occupations, unsure));
  const since = years("certificate_years", wanted.years_after);
  return best(none("certificate_level", need), ({ certificates }) =>
    certificates.map((one, place) => [
      level(one.level, place),
      match(one.match, place),
      ...(since ? [since(one.months_after, place)] : []),
    ]),
  );
}

function title(wanted: Wanted<"title">): Evaluate {
  const grade = scale("title_grade", member(wanted.grades, wanted.unsure_grades));
  const field = scale<boolean>("title_field", (corresponds) => (corresponds ? YES : NO));
  const since = years("title_years", wanted.years_after);
  return best(none("title_grade"), ({ titles }) =>
    titles.map((one, place) => [
      grade(one.grade, place),
      field(one.field, place),
      ...(since ? [since(one.months_after, place)] : []),
    ]),
  );
}

function diploma(wanted: Wanted<"diploma">): Evaluate {
  const school = scale("school", member(wanted.schools, wanted.unsure_schools));
  const status = scale("status", member(wanted.statuses, ["unclear"]));
  const major = scale("major", member<Match>(["own", "related"], ["unclear"]));
  return best(none("school"), ({ diplomas }) =>
    diplomas.map((one, place) => [
      school(one.school, place),
      status(one.status, place),
      major(one.major, place),
    ]),
  );
}

/** Of a list of papers the best counts; without any it is the lack of them that is told. */
function best(nothing: Finding, papers: (who: Candidate) => readonly Finding[][]): Evaluate {
  return (who) => {
    const found = papers(who);
    return found.length > 0 ? any(found.map((parts) => all(parts, "turn"))) : nothing;
  };
}

function none(about: Aspect, need?: string): Finding {
  return settled({ about, grade: NO, need });
}

/** Nothing where no years are asked for. */
function years(about: Aspect, wanted: number): Scale<Range> | undefined {
  if (wanted === 0) return undefined;
  const need = wanted * 12;
  const grade = ([from, to]: Range): Grade => (from >= need ? YES : to >= need ? UNSURE : NO);
  const weigh = scale(about, grade, String(wanted));
  return (months, place) => {
    const found = weigh(months, place);
    if (months === null || isOpen(months) || !found.ground) return found;
    return settled({ ...found.ground, months });
  };
}

function member<T extends string>(
  yes: readonly T[],
  unsure: readonly T[] = [],
): (value: T) => Grade {
  const grades = new Map<string, Grade>([
    ...unsure.map((value) => [value, UNSURE] as const),
    ...yes.map((value) => [value, YES] as const),
  ]);
  return (value) => grades.get(value) ?? NO;
}

/** Weighs one fact, of the thing at a place where there are several. */
type Scale<T> = (fact: Fact<T>, place?: number) => Finding;

/** An open fact may still turn out either way, an unknown one must be confirmed. */
function scale<T>(about: Aspect, grade: (value: T) => Grade, need?: string): Scale<T> {
  const weigh = grade as (value: unknown) => Grade;
  return (fact, place) => {
    if (!isOpen(fact))
      return settled({ about, grade: fact === null ? UNSURE : grade(fact), need, place });
    const ground: Ground = { about, grade: NO, need, place };
    return { of: "leaf", parts: NO_PARTS, low: NO, high: YES, ground, ask: fact.open, weigh };
  };
}

const NO_PARTS: readonly Finding[] = [];

function settled(ground: Ground): Finding {
  return { of: "leaf", parts: NO_PARTS, low: ground.grade, high: ground.grade, ground };
}
