import type { Match, Test } from "../knowledge/schemas/eligibility.ts";
import { type Candidate, type Job, isOpen } from "./candidate.ts";
import {
  type Aspect,
  type Finding,
  type Grade,
  type Ground,
  NO,
  UNSURE,
  YES,
  any,
} from "./grade.ts";
import { covered } from "./period.ts";

type Wanted = Extract<Test, { work: unknown }>["work"];

/** Whether months count: those that surely do, or those too of which it is not certain. */
type Count = "surely" | "perhaps";
/** As things stand, or whatever the open facts turn out to be. */
type Until = "now" | "at_most";

/**
 * Adds up all jobs; of those whose dates are known, times that overlap count once. Enough months that
 * surely count meet it; enough that may count leave it to be confirmed, and no more.
 */
export function work(wanted: Wanted, who: Candidate): Finding {
  const need = wanted.years * 12;
  const total = (count: Count, until: Until): number =>
    sum(who.work, wanted.occupations, count, until) +
    (count === "perhaps" ? who.doubtfulMonths : 0);
  const surely = total("surely", "now");
  const perhaps = total("perhaps", "now");
  const certain = reach("surely", YES, who.work, wanted, total, need);
  const doubtful = reach("perhaps", UNSURE, who.work, wanted, total, need);
  const { low, high } = any([certain, doubtful]);
  const unclear = who.work.some(({ match }) => match === "unclear" || match === null);
  const about: Aspect = unclear && low === UNSURE ? "work_occupation" : "work_years";
  const months = [surely, perhaps] as const;
  const ground: Ground = { about, grade: low, need: String(wanted.years), months };
  return { of: "any", parts: [certain, doubtful], low, high, ground };
}

/** Whether the months of one count are enough, and the fact that can still add to them. */
function reach(
  count: Count,
  grade: Grade,
  jobs: readonly Job[],
  { occupations }: Wanted,
  total: (count: Count, until: Until) => number,
  need: number,
): Finding {
  const as = (months: number): Grade => (months >= need ? grade : NO);
  const now = total(count, "now");
  const [low, high] = [as(now), as(total(count, "at_most"))];
  const ask = low === high ? undefined : askOf(jobs, occupations, count);
  if (ask === undefined) return { of: "leaf", parts: [], low, high };
  const weigh = (value: unknown): Grade => {
    if (Array.isArray(value)) return as(now + Number(value[count === "surely" ? 0 : 1]));
    const match = value as Match;
    return occupations.includes(match) || (count === "perhaps" && match === "unclear") ? grade : NO;
  };
  return { of: "leaf", parts: [], low, high, ask, weigh };
}

function sum(jobs: readonly Job[], counted: readonly Match[], count: Count, until: Until): number {
  const counting = jobs.filter((job) => counts(job, counted, count, until));
  const loose = counting.filter(({ period }) => period === undefined);
  const dated = counting.flatMap(({ period }) => period ?? []);
  const side = count === "surely" ? "least" : "most";
  return (
    loose.reduce((months, job) => months + lengthOf(job, count, until), 0) +
    covered(dated.map((period) => period[side]))
  );
}

function counts({ match }: Job, counted: readonly Match[], count: Count, until: Until): boolean {
  if (isOpen(match)) return until === "at_most";
  if (match !== null && counted.includes(match)) return true;
  return count === "perhaps" && (match === null || match === "unclear");
}

function lengthOf({ months }: Job, count: Count, until: Until): number {
  if (isOpen(months)) return until === "now" ? 0 : Infinity;
  if (months === null) return count === "surely" ? 0 : Infinity;
  return count === "surely" ? months[0] : months[1];
}

/** The first open fact of a job that may add to a count. */
function askOf(
  jobs: readonly Job[],
  occupations: readonly Match[],
  count: Count,
): string | undefined {
  for (const job of jobs) {
    if (lengthOf(job, count, "at_most") === 0) continue;
    if (isOpen(job.match)) return job.match.open;
    if (isOpen(job.months) && counts(job, occupations, count, "now")) return job.months.open;
  }
  return undefined;
}
