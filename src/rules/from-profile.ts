import type { Match } from "../knowledge/schemas/eligibility.ts";
import { MATCHES } from "../knowledge/schemas/eligibility.ts";
import type { Candidate, Certificate, Diploma, Job, Range, Title } from "./candidate.ts";
import { InvalidProfile } from "../refusals.ts";
import type { Names } from "./names.ts";
import { type Period, lengthOf, periodOf } from "./period.ts";
import type { Profile } from "../profile.ts";

type Entry<K extends "work" | "education" | "certificates"> = NonNullable<Profile[K]>[number];

/** A profile of `assess` as the rules see it; nothing is open, what is not told is unknown. */
export function fromProfile(profile: Profile, names: Names, asOf: string): Candidate {
  const work =
    profile.work === null
      ? [UNKNOWN_JOB]
      : (profile.work ?? []).map((job) => toJob(job, names, asOf));
  const { internship_years: internship = 0 } = profile;
  const doubtfulMonths = internship === null ? Infinity : months(internship);
  const after = sinceThen(work, doubtfulMonths);
  return {
    age:
      profile.age === undefined || profile.age === null
        ? null
        : point(Math.floor(profile.age * 12)),
    ...highest(profile, names),
    work,
    doubtfulMonths,
    diplomas:
      profile.education === null
        ? [UNKNOWN_DIPLOMA]
        : (profile.education ?? []).map((one) => toDiploma(one, names)),
    certificates:
      profile.certificates === null
        ? [UNKNOWN_CERTIFICATE]
        : (profile.certificates ?? []).map((one) => toCertificate(one, names, after)),
    titles: toTitles(profile.title, names, after),
  };
}

const UNKNOWN_JOB: Job = { match: null, months: null };
const UNKNOWN_DIPLOMA: Diploma = { school: null, status: null, major: null };
const UNKNOWN_CERTIFICATE: Certificate = { level: null, match: null, months_after: null };

/**
 * Years as full months: 4.92 is 59. What rounding to the decimals given can have taken off is
 * forgiven (two decimals at least), a missing day is not.
 */
export function months(years: number): number {
  const decimals = Math.max(2, (String(years).split(".")[1] ?? "").length);
  return Math.floor(years * 12 + 6 * 10 ** -decimals + 1e-6);
}

function point(value: number): Range {
  return [value, value];
}

function highest(profile: Profile, names: Names): Pick<Candidate, "highest"> {
  if (profile.highest_education === undefined) return {};
  if (profile.highest_education === null) return { highest: null };
  return { highest: names.school(profile.highest_education) ?? null };
}

function toJob(job: Entry<"work">, names: Names, asOf: string): Job {
  const { occupation, years } = job;
  const period = typeof years === "number" ? undefined : periodIn(job, asOf);
  const byName =
    typeof occupation === "string" ? (names.occupation(occupation)?.match ?? "unclear") : null;
  return {
    match: typeof job.match === "string" ? toMatch(job.match) : byName,
    months: typeof years === "number" ? point(months(years)) : period ? lengthOf(period) : null,
    ...(period && { period }),
  };
}

/** @throws {InvalidProfile} when the dates run backwards or lie ahead */
function periodIn({ from, to }: Entry<"work">, asOf: string): Period | undefined {
  if (typeof from !== "string") return undefined;
  const end = typeof to === "string" ? to : asOf;
  const period = periodOf(from, end);
  if (!period || end.slice(0, 7) > asOf.slice(0, 7))
    throw new InvalidProfile(
      `work: from ${from} to ${end} is no time up to ${asOf}; mend the dates, or asOf`,
    );
  return period;
}

function toMatch(told: string): Match {
  return MATCHES.find((match) => match === told) ?? "unclear";
}

function toDiploma(one: Entry<"education">, names: Names): Diploma {
  return {
    school: typeof one.school_type === "string" ? (names.school(one.school_type) ?? null) : null,
    status: typeof one.status === "string" ? (names.status(one.status) ?? "unclear") : null,
    major: majorMatch(one, names),
  };
}

/** An unknown major is not in the closed list; that is what the notice says of it (A4). */
function majorMatch(one: Entry<"education">, names: Names): Match | null {
  if (typeof one.major_match === "string") return toListed(one.major_match);
  if (typeof one.major !== "string" || /^[-—\s]*$/u.test(one.major)) return null;
  return names.major(one.major)?.match ?? "unlisted";
}

function toListed(told: string): Match {
  if (["listed", "own", "related"].includes(told)) return "own";
  return told === "unlisted" ? "unlisted" : "unclear";
}

/** A certificate names an occupation of the national list, so a name that is not in the pack is another one. */
function toCertificate(one: Entry<"certificates">, names: Names, after: After): Certificate {
  const { occupation } = one;
  const byName =
    typeof occupation === "string"
      ? (names.certificateKind(occupation) ?? names.occupation(occupation)?.match ?? "unlisted")
      : null;
  return {
    level: typeof one.level === "string" ? (names.level(one.level) ?? null) : null,
    match: typeof one.match === "string" ? toMatch(one.match) : byName,
    months_after: after(one.years_worked_after),
  };
}

function toTitles(title: Profile["title"], names: Names, after: After): Title[] {
  if (title === undefined) return [];
  if (title === null) return [{ grade: null, field: null, months_after: null }];
  return [
    {
      grade: typeof title.name === "string" ? (names.titleGrade(title.name) ?? null) : null,
      field: corresponds(title.field_match),
      months_after: after(title.years_worked_after),
    },
  ];
}

/** The notice has no table of fields (A3): only a plain word of the caller decides. */
function corresponds(told: string | null | undefined): boolean | null {
  if (typeof told !== "string") return null;
  if (["match", "matched", "listed", "own", "related", "yes"].includes(told)) return true;
  return ["unlisted", "mismatch", "no", "none"].includes(told) ? false : null;
}

type After = (years: number | null | undefined) => Range | null;

/**
 * Years since a certificate count as far as the jobs told can be the own or a related occupation;
 * without any job told they are taken as they stand.
 */
function sinceThen(work: readonly Job[], doubtful: number): After {
  const told = (job: Job): number =>
    Array.isArray(job.months) ? (job.months[1] as number) : Infinity;
  const sum = (counts: (job: Job) => boolean): number =>
    work.filter(counts).reduce((total, job) => total + told(job), 0);
  const every = sum(() => true);
  const surely = sum((job) => job.match === "own" || job.match === "related");
  const perhaps = sum((job) => job.match !== "unlisted") + doubtful;
  return (years) => {
    if (years === undefined) return point(0);
    if (years === null) return null;
    const since = months(years);
    if (work.length === 0 || since <= surely) return point(since);
    if (every < since) return [surely, since]; // more than the jobs told: some are missing
    return [Math.max(0, since - (every - surely)), Math.min(since, perhaps)];
  };
}
