import type { Match, Status, TitleGrade } from "../knowledge/schemas/eligibility.ts";
import type { Period } from "./period.ts";

/** Months, from and to, both included; `to` is Infinity where there is no end. */
export type Range = readonly [from: number, to: number];

/** Not asked yet, and the fact that would tell. */
export interface Open {
  readonly open: string;
}

/** What is known of one thing: its value, `null` when the candidate does not know, or still open. */
export type Fact<T> = T | null | Open;

export function isOpen(fact: Fact<unknown>): fact is Open {
  return typeof fact === "object" && fact !== null && "open" in fact;
}

export interface Job {
  readonly match: Fact<Match>;
  readonly months: Fact<Range>;
  /** When it was, where that was told: times that overlap count once. */
  readonly period?: Period;
}

/** `school` is an id of the pack's education list; null also stands for a school that it does not know. */
export interface Diploma {
  readonly school: Fact<string>;
  readonly status: Fact<Status>;
  readonly major: Fact<Match>;
}

export interface Certificate {
  readonly level: Fact<string>;
  readonly match: Fact<Match>;
  /** Work in the own or a related occupation since the certificate was obtained. */
  readonly months_after: Fact<Range>;
}

export interface Title {
  readonly grade: Fact<TitleGrade>;
  /** Whether the title's field corresponds; null: the notice publishes no table. */
  readonly field: Fact<boolean>;
  readonly months_after: Fact<Range>;
}

/** One candidate as the rules see him. Each list holds all there is; the best entry counts. */
export interface Candidate {
  readonly age: Fact<Range>;
  /** Id of the highest education where it was told by itself; absent: read off the diplomas. */
  readonly highest?: Fact<string>;
  readonly work: readonly Job[];
  /** Months that may or may not count as work, such as internships. */
  readonly doubtfulMonths: number;
  readonly diplomas: readonly Diploma[];
  readonly certificates: readonly Certificate[];
  readonly titles: readonly Title[];
}
