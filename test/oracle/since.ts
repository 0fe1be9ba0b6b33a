import type { Profile } from "../../src/profile.ts";
import { UNKNOWN, type Span, exactly, months } from "./months.ts";
import { isInTrade, kindOfJob, relevant, total } from "./work.ts";

/**
 * Months of the trade since a certificate or title was obtained (A10: they start with it), out of
 * the years told and the jobs told. Decisions: without any job the years stand as they were told;
 * so they do as long as the jobs of the trade are long enough for them; internships are not added.
 */
export function since(who: Profile, after: number | null | undefined): Span {
  if (after === undefined) return exactly(0); // an absent key means that there is none
  if (after === null) return UNKNOWN;
  const told = months(after);
  if (who.work === null) return { sure: 0, possible: told };
  const jobs = who.work ?? [];
  const inTrade = total(
    jobs.filter((job) => isInTrade(kindOfJob(job))),
    Infinity,
  );
  if (jobs.length === 0 || told <= inTrade) return exactly(told);
  const every = total(jobs, Infinity);
  // More years than jobs: one was not told, and it may have been any.
  if (told > every) return { sure: inTrade, possible: told };
  // At worst all other jobs came after the paper, at best as few of them as can be.
  return {
    sure: Math.max(0, told - (every - inTrade)),
    possible: Math.min(told, relevant(who).possible),
  };
}
