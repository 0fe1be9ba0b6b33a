import type { Pack } from "../knowledge/pack.ts";
import { type Age, ageMeant, findAges } from "./ages.ts";
import { type Duration, findDurations } from "./durations.ts";
import { type Standing, standingOf } from "./experience.ts";
import { type Found, createListFinder } from "./finder.ts";
import { levelsIn } from "./levels.ts";
import { type Month, findMonths } from "./months.ts";
import { type Named, settleNames } from "./naming.ts";
import { type Told, findPeriods } from "./periods.ts";
import { partsOfOthers } from "./persons.ts";
import { createRegistering } from "./registering.ts";
import { type Stretch, overlapsAny } from "./stretch.ts";

const LISTS = [
  "level",
  "direction",
  "subject",
  "applicant",
  "school",
  "status",
  "major",
  "occupation",
] as const;
type ListName = (typeof LISTS)[number];

/** A length of time of somebody's work, as far as the words tell. */
interface Experience extends Duration {
  readonly standing: Standing;
}

/** Everything that a text names, each with its place, before anything is chosen among several. */
export interface Mentions {
  readonly text: string;
  readonly names: Readonly<Record<ListName, readonly Found<string>[]>>;
  /** Majors and occupations before it was decided which of the two an ambiguous word is. */
  readonly either: Named;
  readonly durations: readonly Experience[];
  /** Stretches of time told by their dates. */
  readonly periods: readonly Told[];
  /** The age of the person asked about. */
  readonly age: Age | undefined;
  readonly months: readonly Month[];
  /** Names of other exams, each with the answer to what is asked about it. */
  readonly elsewhere: readonly Found<string>[];
  /** The parts of the text that are about somebody else than the one asked about. */
  readonly others: readonly Stretch[];
}

export type Finder = (text: string, today: string) => Mentions;

/** Finds the pack's names, durations, ages and months in normalised text; `today` is `YYYY-MM-DD`. */
export function createEntityFinder(pack: Pack): Finder {
  const lists = listsOf(pack);
  const find = createListFinder(lists);
  const levelOf = new Map(lists.level);
  const { own, related } = pack.occupations;
  const listed = new Set([...own, ...related].map(({ name }) => name));
  const { month_roles: roles } = pack.vocabulary;
  const findRegistering = createRegistering(pack);
  const isListed = (name: string): boolean => listed.has(name);
  return (text, today) => {
    const all = find(text);
    const { elsewhere } = all;
    const others = partsOfOthers(text);
    const ages = findAges(text, today).filter((one) => !overlapsAny(one, others));
    const age = ageMeant(ages);
    const periods = findPeriods(text, today);
    const durations = findDurations(text).filter((one) => !overlapsAny(one, [...periods, ...ages]));
    const schools = all.school.filter((one) => !isThing(text, one));
    const levels = levelsIn(text, all.level, [...schools, ...elsewhere], levelOf);
    const either = {
      major: all.major.filter((one) => !overlapsAny(one, [...schools, ...elsewhere])),
      occupation: all.occupation.filter((one) => !overlapsAny(one, schools)),
    };
    const named = settleNames(text, either, {
      schools,
      levels,
      directions: all.direction,
      blocked: [...schools, ...all.status, ...levels, ...durations, ...ages, ...periods],
      isListed,
    });
    const times = [...durations, ...ages];
    const months = periods.length > 0 ? [] : findMonths(text, roles, today);
    return {
      text,
      names: {
        level: levels,
        direction: all.direction,
        subject: all.subject,
        school: schools,
        status: all.status,
        major: named.major,
        occupation: named.occupation,
        applicant: [...all.applicant, ...findRegistering(text)].filter(
          (one) => !isCounted(text, one),
        ),
      },
      either,
      durations: durations.flatMap((one) => {
        const standing = standingOf(text, one);
        return standing ? [{ ...one, standing }] : [];
      }),
      periods,
      age,
      months: months.filter(({ start }) => !overlapsAny({ start, end: start + 1 }, times)),
      elsewhere,
      others,
    };
  };
}

/** 换一本 is one copy, and 小学老师 a job: neither names a school. */
function isThing(text: string, { alias, start, end }: Found<string>): boolean {
  if (/^(?:老师|教师|教授|辅导员|校长|讲师|门卫)/u.test(text.slice(end, end + 3))) return true;
  return /^[一二三]本$/u.test(alias) && /[换补发给再另要拿出领印办]/u.test(text.charAt(start - 1));
}

/** 几个人 counts people, 个人 is one. */
function isCounted(text: string, { alias, start }: Found<string>): boolean {
  if (!alias.startsWith("个") || start === 0) return false;
  const before = text.charAt(start - 1);
  const isFew = /[\d零二两俩三四五六七八九十百几多来少这那每哪整]/u.test(before);
  return isFew || (before === "一" && alias.length === 2);
}

type Entries = [alias: string, value: string][];

/** The pack's lists; `elsewhere` holds the names of other exams, of which no part is a name of this one. */
function listsOf(pack: Pack): Record<ListName | "elsewhere", Entries> {
  const { levels, other_levels: more, directions, retake } = pack.projects;
  const { majors, occupations } = pack;
  return {
    level: byId([...levels, ...more]),
    direction: byId(directions),
    subject: byId(retake?.subjects ?? []),
    applicant: byId(pack.registration.applicants),
    school: byId(pack.education.schools),
    status: byId(pack.education.statuses),
    major: [...asSaid(majors.unlisted), ...asSaid(majors.similar), ...asListed(majors.listed)],
    occupation: [
      ...asSaid([...occupations.unlisted, ...occupations.unclear]),
      ...asListed([...occupations.related, ...occupations.own]),
    ],
    elsewhere: Object.entries(pack.vocabulary.elsewhere).flatMap(([answer, words]) =>
      words.map((word): [string, string] => [word, answer]),
    ),
  };
}

function byId(list: readonly { id: string; aliases: readonly string[] }[]): Entries {
  return list.flatMap(({ id, aliases }) =>
    [id, ...aliases].map((alias): [string, string] => [alias, id]),
  );
}

type NamedList = readonly { readonly name: string; readonly aliases: readonly string[] }[];

/** An alias of a listed name means that name. */
function asListed(list: NamedList): Entries {
  return list.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((alias): [string, string] => [alias, name]),
  );
}

/** A name that the notice does not list is kept in the candidate's words. */
function asSaid(list: NamedList): Entries {
  return list.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((alias): [string, string] => [alias, alias]),
  );
}
