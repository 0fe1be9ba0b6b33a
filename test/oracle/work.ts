import type { Profile } from "../../src/profile.ts";
import { type Answer, reaches } from "./answer.ts";
import { UNKNOWN, type Span, months } from "./months.ts";
import { MAJORS_ALONE, OWN_OCCUPATIONS, RELATED_OCCUPATIONS } from "./names.ts";

type Job = NonNullable<Profile["work"]>[number];
type Kind = "own" | "related" | "unclear" | "unlisted";

/** 累计: all jobs of 本职业 and 相关职业 together. */
export function worked(who: Profile, years: number): Answer {
  if (who.work === null) return reaches(UNKNOWN, years);
  return reaches(relevant(who), years);
}

/** What of the jobs told is 本职业或相关职业: surely, and with all that would have to be asked. */
export function relevant({ work, internship_years: internship }: Profile): Span {
  const jobs = work ?? [];
  const inTrade = jobs.filter((job) => isInTrade(kindOfJob(job)));
  const perhaps = jobs.filter((job) => kindOfJob(job) !== "unlisted");
  return {
    sure: total(inTrade, 0),
    // Whether an internship counts is not written (A10).
    possible: total(perhaps, Infinity) + internshipMonths(internship),
  };
}

export function isInTrade(kind: Kind): boolean {
  return kind === "own" || kind === "related";
}

/** All of them together, where each whose length is unknown lasted `unknown` months. */
export function total(jobs: readonly Job[], unknown: number): number {
  return jobs.reduce(
    (sum, { years }) => sum + (typeof years === "number" ? months(years) : unknown),
    0,
  );
}

function internshipMonths(years: number | null | undefined): number {
  if (years === null) return Infinity;
  return months(years ?? 0);
}

/** What was told wins; else the name decides, by note ①; an everyday name is asked (A6). */
export function kindOfJob({ match, occupation }: Job): Kind {
  if (typeof match === "string") return toKind(match);
  return kindByName(occupation ?? "") ?? "unclear";
}

export function toKind(match: string): Kind {
  return match === "own" || match === "related" || match === "unlisted" ? match : "unclear";
}

export function kindByName(name: string): Kind | undefined {
  if (OWN_OCCUPATIONS.includes(name)) return "own";
  if (RELATED_OCCUPATIONS.includes(name)) return "related";
  return MAJORS_ALONE.includes(name) ? "unlisted" : undefined;
}
