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
import { type Interval, covered } from "./period.ts";

type Wanted = Extract<Test, { work: unknown }>["work"];

/** Whether months count: those that surely do, or those too of which it is not certain. */
type Count = "surely" | "perhaps";
/** As things stand, or whatever the open facts turn out to be. */
type Until = "now" | "at_most";

/**
 * Adds up all jobs; of those whose dates are known, times that overlap count once. Enough months that
 * surely count meet it; enough that may count leave it to be confirmed, and no more.
 */
export function work({ years, occupations }: Wanted, who: Candidate): Finding {
  const need = years * 12;
  const certain = reach("surely", YES, who, occupations, need);
  const doubtful = reach("perhaps", UNSURE, who, occupations, need);
  const { low, high } = any([certain, doubtful]);
  const unclear = who.work.some(({ match }) => match === "unclear" || match === null);
  const about: Aspect = unclear && low === UNSURE ? "work_occupation" : "work_years";
  const months = [
    total(who, occupations, "surely", "now"),
    total(who, occupations, "perhaps", "now"),
  ] as const;
  const ground: Ground = { about, grade: low, need: String(years), months };
  return { of: "any", parts: [certain, doubtful], low, high, ground };
}

/** Whether the months of one count are enough, and the fact that can still add to them. */
function reach(
  count: Count,
  grade: Grade,
  who: Candidate,
  occupations: readonly Match[],
  need: number,
): Finding {
  const now = total(who, occupations, count, "now");
  const low = now >= need ? grade : NO;
  const high = total(who, occupations, count, "at_most") >= need ? grade : NO;
  const ask = low === high ? undefined : askOf(who.work, occupations, count);
  if (ask === undefined) return { of: "leaf", parts: [], low, high };
  const weigh = (value: unknown): Grade => {
    if (Array.isArray(value))
      return now + Number(value[count === "surely" ? 0 : 1]) >= need ? grade : NO;
    const match = value as Match;
    return occupations.includes(match) || (count === "perhaps" && match === "unclear") ? grade : NO;
  };
  return { of: "leaf", parts: [], low, high, ask, weigh };
}

/** Months of all jobs together. */
function total(who: Candidate, counted: readonly Match[], count: Count, until: Until): number {
  let months = count === "perhaps" ? who.doubtfulMonths : 0;
  const dated: Interval[] = [];
  for (const job of who.work) {
    if (!counts(job, counted, count, until)) continue;
    if (job.period) dated.push(job.period[count === "surely" ? "least" : "most"]);
    else months += lengthOf(job, count, until);
  }
  return dated.length > 0 ? months + covered(dated) : months;
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
