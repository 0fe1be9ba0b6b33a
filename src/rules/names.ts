import type { Match, Status, TitleGrade } from "../knowledge/schemas/eligibility.ts";
import { createClosest } from "./closest.ts";
import type { Education, Majors, Occupations } from "../knowledge/schemas/lists.ts";
import type { Projects } from "../knowledge/schemas/notice.ts";

/** A name as the pack writes it, how it stands to the list, and the listed names that it resembles, the closest first. */
export interface Named {
  readonly name: string;
  readonly match: Match;
  readonly like?: readonly string[];
}

/**
 * Looks up names in the pack's lists, exact after folding. One that stands in none is never taken for a listed
 * one; a major that is close to one has to be confirmed (A4), any other is not in the list.
 */
export interface Names {
  readonly occupation: (name: string) => Named | undefined;
  /** The listed occupations that a name resembles, the closest first. */
  readonly jobsLike: (name: string) => readonly string[];
  readonly major: (name: string) => Named | undefined;
  readonly school: (name: string) => string | undefined;
  readonly status: (name: string) => Status | undefined;
  readonly level: (name: string) => string | undefined;
  readonly titleGrade: (name: string) => TitleGrade | undefined;
  /** How a kind of paper stands, such as 1+X, where the pack has a word on it. */
  readonly certificateKind: (name: string) => Match | undefined;
}

export interface Lists {
  readonly occupations: Occupations;
  readonly majors: Majors;
  readonly education: Education;
  readonly projects: Projects;
}

/** Full and half width, case, spaces and punctuation do not tell names apart. */
export function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]/gu, "");
}

export function createNames(lists: Lists): Names {
  const occupations = occupationIndex(lists.occupations);
  const majors = majorIndex(lists.majors);
  const closestJobs = closest([...lists.occupations.own, ...lists.occupations.related]);
  const closestMajors = closest(lists.majors.listed);
  const { schools, statuses, titles, certificate_kinds: kinds } = lists.education;
  const schoolIds = aliasIndex(schools);
  const statusIds = aliasIndex(statuses);
  const levels = aliasIndex([...lists.projects.levels, ...lists.projects.other_levels]);
  return {
    occupation: (name) => occupations.get(fold(name)) ?? undecided(lists.occupations, name),
    jobsLike: (name) => {
      const told = occupations.get(fold(name))?.like ?? [];
      return told.length > 0 ? told : closestJobs(fold(name));
    },
    major: (name) =>
      majors.get(fold(name)) ??
      majors.get(withoutMajor(name)) ??
      undecided(lists.majors, name) ??
      close(name, closestMajors(withoutMajor(name))),
    school: (name) => schoolIds.get(fold(name)),
    status: (name) => statusIds.get(fold(name)) as Status | undefined,
    level: (name) => levels.get(fold(name)),
    titleGrade: (name) =>
      titles.find(({ patterns }) => patterns.some((pattern) => name.includes(pattern)))?.id,
    certificateKind: (name) =>
      kinds.find(({ patterns }) => patterns.some((pattern) => name.includes(pattern)))?.match,
  };
}

function withoutMajor(name: string): string {
  return fold(name).replace(/专业$/, "");
}

function closest(listed: readonly { readonly name: string }[]) {
  return createClosest(new Map(listed.map(({ name }) => [fold(name), name])));
}

function close(name: string, like: readonly string[]): Named | undefined {
  return like.length > 0 ? { name, match: "unclear", like } : undefined;
}

/** Without the list nobody can say of any name that it is not on it. */
function undecided({ unknown }: { unknown?: string | undefined }, name: string): Named | undefined {
  return unknown === undefined ? undefined : { name, match: "unclear" };
}

function aliasIndex(
  entries: readonly { id: string; aliases: readonly string[] }[],
): Map<string, string> {
  return new Map(
    entries.flatMap(({ id, aliases }) =>
      [id, ...aliases].map((alias) => [fold(alias), id] as const),
    ),
  );
}

function occupationIndex(lists: Occupations): Map<string, Named> {
  const index = new Map<string, Named>();
  for (const match of ["unlisted", "unclear", "related", "own"] as const)
    for (const { aliases, ...entry } of lists[match])
      for (const alias of [entry.name, ...aliases]) index.set(fold(alias), { ...entry, match });
  return index;
}

function majorIndex({ listed, similar, unlisted }: Majors): Map<string, Named> {
  const index = new Map<string, Named>();
  const add = (named: Named, aliases: readonly string[]): void => {
    for (const alias of [named.name, ...aliases])
      index.set(fold(alias), {
        ...named,
        ...(alias !== named.name && named.match !== "own" && { name: alias }),
      });
  };
  for (const one of unlisted) add({ name: one.name, match: "unlisted" }, one.aliases);
  for (const one of similar)
    add({ name: one.name, match: "unclear", like: [one.like] }, one.aliases);
  for (const one of listed) add({ name: one.name, match: "own" }, one.aliases);
  return index;
}
