import type {
  EligibilityRules,
  Match,
  Requirement,
  Test,
} from "../knowledge/schemas/eligibility.ts";
import type { Education } from "../knowledge/schemas/lists.ts";
import {
  type Candidate,
  type Diploma,
  type Fact,
  type Job,
  type Range,
  isOpen,
} from "./candidate.ts";
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
  return leaf([
    part(
      "age",
      who.age,
      (range) => {
        if (range[0] >= need) return YES;
        return range[1] >= need - wanted.borderline_months ? UNSURE : NO;
      },
      String(wanted.years),
    ),
  ]);
}

/** Told by itself it is compared by rank; else the best diploma tells, a school not finished counting as the step below. */
function education(minimum: string, who: Candidate, { schools }: Education): Finding {
  const rank = (id: string): number => schools.find((school) => school.id === id)?.rank ?? -1;
  const need = rank(minimum);
  const reaches = (id: string): Grade => (rank(id) >= need ? YES : NO);
  const ways = who.diplomas.map((one) => leaf(schooling(one, reaches, (id) => rank(id) > need)));
  if (who.highest !== undefined)
    ways.push(leaf([part("education", who.highest, reaches, minimum)]));
  return ways.length > 0 ? any(ways) : leaf([{ about: "education", low: UNSURE, high: UNSURE }]);
}

function schooling(
  one: Diploma,
  reaches: (id: string) => Grade,
  above: (id: string) => boolean,
): Part[] {
  const school = part("education", one.school, reaches);
  if (isOpen(one.school) || one.school === null || above(one.school)) return [school];
  return [school, part("status", one.status, (status) => (status === "studying" ? NO : YES))];
}

/** Adds up all jobs: the months that surely count, and those that may. */
function work(wanted: Wanted<"work">, who: Candidate): Finding {
  const need = wanted.years * 12;
  const jobs = who.work.map((job) => countJob(job, wanted.occupations));
  const total = (pick: (job: Counted) => number): number =>
    jobs.reduce((sum, job) => sum + pick(job), 0);
  const grade = (surely: number, perhaps: number): Grade =>
    surely >= need ? YES : perhaps + who.doubtfulMonths >= need ? UNSURE : NO;
  const low = grade(
    total((job) => job.surely[0]),
    total((job) => job.perhaps[0]),
  );
  const high = grade(
    total((job) => job.surely[1]),
    total((job) => job.perhaps[1]),
  );
  const about: Aspect = isDoubtful(who) && low === UNSURE ? "work_occupation" : "work_years";
  const ask = jobs.find((job) => job.ask !== undefined)?.ask;
  return leaf([
    { about, low, high, ...(ask !== undefined && { ask }), need: String(wanted.years) },
  ]);
}

interface Counted {
  /** Months that surely count: as things stand, and at most. */
  readonly surely: Range;
  /** Months that may count: as things stand, and at most. */
  readonly perhaps: Range;
  readonly ask?: string;
}

function countJob({ match, months }: Job, occupations: readonly Match[]): Counted {
  const [from, to] = isOpen(months) || months === null ? [0, Infinity] : months;
  const atMost = isOpen(months) ? Infinity : from;
  if (isOpen(match)) return { surely: [0, atMost], perhaps: [0, to], ask: match.open };
  const ask = isOpen(months) ? { ask: months.open } : {};
  const asThingsStand = isOpen(months) ? 0 : to;
  if (match !== null && occupations.includes(match))
    return { surely: [from, atMost], perhaps: [asThingsStand, to], ...ask };
  if (match === null || match === "unclear")
    return { surely: [0, 0], perhaps: [asThingsStand, to], ...ask };
  return { surely: [0, 0], perhaps: [0, 0] };
}

function isDoubtful(who: Candidate): boolean {
  return who.work.some((job) => job.match === "unclear" || job.match === null);
}

function certificate(wanted: Wanted<"certificate">, who: Candidate): Finding {
  return anyOf(
    none("certificate_level", wanted.levels.join("/")),
    who.certificates.map((one) =>
      leaf([
        part(
          "certificate_level",
          one.level,
          member(wanted.levels, wanted.unsure_levels),
          wanted.levels.join("/"),
        ),
        part(
          "certificate_occupation",
          one.match,
          member(wanted.occupations, ["unclear", ...(wanted.unsure_occupations ?? [])]),
        ),
        ...years("certificate_years", one.months_after, wanted.years_after),
      ]),
    ),
  );
}

function title(wanted: Wanted<"title">, who: Candidate): Finding {
  return anyOf(
    none("title_grade"),
    who.titles.map((one) =>
      leaf([
        part("title_grade", one.grade, member(wanted.grades, wanted.unsure_grades)),
        part("title_field", one.field, (corresponds) => (corresponds ? YES : NO)),
        ...years("title_years", one.months_after, wanted.years_after),
      ]),
    ),
  );
}

function diploma(wanted: Wanted<"diploma">, who: Candidate): Finding {
  return anyOf(
    none("school"),
    who.diplomas.map((one) =>
      leaf([
        part("school", one.school, member(wanted.schools, wanted.unsure_schools)),
        part("status", one.status, member(wanted.statuses, ["unclear"])),
        part("major", one.major, member(["own", "related"], ["unclear"])),
      ]),
    ),
  );
}

/** Of a list of papers the best counts; without any it is the lack of them that is told. */
function anyOf(nothing: Part, papers: readonly Finding[]): Finding {
  return papers.length > 0 ? any(papers) : leaf([nothing]);
}

function none(about: Aspect, need?: string): Part {
  return { about, low: NO, high: NO, ...(need !== undefined && { need }) };
}

function years(about: Aspect, months: Fact<Range>, wanted: number): Part[] {
  if (wanted === 0) return [];
  const need = wanted * 12;
  const grade = ([from, to]: Range): Grade => (from >= need ? YES : to >= need ? UNSURE : NO);
  return [part(about, months, grade, String(wanted))];
}

function member(yes: readonly string[], unsure: readonly string[] = []): (value: string) => Grade {
  return (value) => (yes.includes(value) ? YES : unsure.includes(value) ? UNSURE : NO);
}

interface Part {
  readonly about: Aspect;
  readonly low: Grade;
  readonly high: Grade;
  readonly ask?: string;
  readonly need?: string;
}

function part<T>(about: Aspect, fact: Fact<T>, grade: (value: T) => Grade, need?: string): Part {
  const figure = need === undefined ? {} : { need };
  if (isOpen(fact)) return { about, low: NO, high: YES, ask: fact.open, ...figure };
  const known = fact === null ? UNSURE : grade(fact);
  return { about, low: known, high: known, ...figure };
}

/** Parts that must all hold and whose questions are asked in turn: the first open one decides further. */
function leaf(parts: readonly Part[]): Finding {
  const least = (pick: (one: Part) => Grade): Grade =>
    parts.reduce<Grade>((low, one) => (pick(one) < low ? pick(one) : low), YES);
  const ask = parts.find((one) => one.ask !== undefined)?.ask;
  const grounds: Ground[] = parts.map((one) => ({
    about: one.about,
    grade: one.low,
    ...(one.need !== undefined && { need: one.need }),
  }));
  return {
    of: "leaf",
    parts: [],
    low: least((one) => one.low),
    high: least((one) => one.high),
    grounds,
    ...(ask !== undefined && { ask }),
  };
}
