import type { Pack } from "../knowledge/pack.ts";
import { type Found, createFinder } from "./finder.ts";
import { type Duration, findAge, findDurations } from "./durations.ts";
import { type Told, findPeriods } from "./periods.ts";
import { NUMERAL, parseNumeral } from "./numerals.ts";

type ListName =
  | "level"
  | "direction"
  | "subject"
  | "applicant"
  | "school"
  | "status"
  | "major"
  | "occupation";

/** Everything that a text names, each with its place, before anything is chosen among several. */
export interface Mentions {
  readonly text: string;
  readonly names: Readonly<Record<ListName, readonly Found<string>[]>>;
  /** Majors and occupations before it was decided which of the two an ambiguous word is. */
  readonly either: {
    readonly major: readonly Found<string>[];
    readonly occupation: readonly Found<string>[];
  };
  readonly durations: readonly Duration[];
  /** Stretches of time told by their dates. */
  readonly periods: readonly Told[];
  readonly age?: { readonly months: number; readonly start: number; readonly end: number };
  readonly months: readonly { readonly month: number; readonly role?: "apply" | "exam" }[];
}

export type Finder = (text: string, today: string) => Mentions;

const WORKED = /(?:做过?|干过?|当过?|从事|是个|我是|一直|职业|岗位|工作|担任|搞)[了的在]?$/u;
const STUDIED = /^(?:专业|毕业|系|应届|学的|的文凭|生)/u;

/** Finds the pack's names, durations, ages and months in normalised text. */
export function createEntityFinder(pack: Pack): Finder {
  const { levels, other_levels: others, directions, retake } = pack.projects;
  const byId = (list: readonly { id: string; aliases: readonly string[] }[]) =>
    createFinder(
      list.flatMap(({ id, aliases }) => [id, ...aliases].map((alias) => [alias, id] as const)),
    );
  const find = {
    level: byId([...levels, ...others]),
    direction: byId(directions),
    subject: byId(retake?.subjects ?? []),
    applicant: byId(pack.registration.applicants),
    school: byId(pack.education.schools),
    status: byId(pack.education.statuses),
    major: createFinder([
      ...asSaid(pack.majors.unlisted),
      ...asSaid(pack.majors.similar),
      ...asListed(pack.majors.listed),
    ]),
    occupation: createFinder([
      ...asSaid([...pack.occupations.unlisted, ...pack.occupations.unclear]),
      ...asListed([...pack.occupations.related, ...pack.occupations.own]),
    ]),
  };
  return (text, today) => {
    const found = Object.fromEntries(
      Object.entries(find).map(([list, run]) => [list, run(text)]),
    ) as unknown as Record<ListName, Found<string>[]>;
    const age = findAge(text);
    const apartFromSchools = <T>(list: readonly Found<T>[]): Found<T>[] =>
      list.filter(
        (one) => !found.school.some((school) => one.start < school.end && school.start < one.end),
      );
    const either = {
      major: apartFromSchools(found.major),
      occupation: apartFromSchools(found.occupation),
    };
    const named = apart(text, { ...found, ...either });
    const periods = findPeriods(text, today);
    return {
      text,
      names: { ...found, ...named, level: apartFromSchools(found.level) },
      either,
      durations: findDurations(text).filter(
        ({ start }) =>
          ![...periods, age].some((one) => one && start >= one.start && start < one.end),
      ),
      periods,
      ...(age && { age }),
      months: periods.length > 0 ? [] : findMonths(text, pack, today),
    };
  };
}

type NamedList = readonly { readonly name: string; readonly aliases: readonly string[] }[];

/** An alias of a listed name means that name. */
function asListed(list: NamedList): [string, string][] {
  return list.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((alias): [string, string] => [alias, name]),
  );
}

/** A name that the notice does not list is kept in the candidate's words. */
function asSaid(list: NamedList): [string, string][] {
  return list.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((alias): [string, string] => [alias, alias]),
  );
}

/** 电商, 平面设计 and many others are a major and a job: what stands around the word decides. */
function apart(
  text: string,
  found: Record<ListName, Found<string>[]>,
): { major: Found<string>[]; occupation: Found<string>[] } {
  const asMajor = ({ start, end }: Found<string>): boolean => {
    if (STUDIED.test(text.slice(end))) return true;
    if (WORKED.test(text.slice(0, start))) return false;
    return found.school.some((school) => school.end <= start) || /专业|学的/u.test(text);
  };
  const overlaps = (
    one: Found<string>,
    others: readonly Found<string>[],
  ): Found<string> | undefined =>
    others.find((other) => one.start < other.end && other.start < one.end);
  const longerThan = (one: Found<string>, other: Found<string>): boolean =>
    one.end - one.start > other.end - other.start;
  return {
    major: found.major.filter((one) => {
      const rival = overlaps(one, found.occupation);
      return !rival || longerThan(one, rival) || (asMajor(one) && !longerThan(rival, one));
    }),
    occupation: found.occupation.filter((one) => {
      const rival = overlaps(one, found.major);
      return !rival || longerThan(one, rival) || (!asMajor(one) && !longerThan(rival, one));
    }),
  };
}

const MONTH = new RegExp(
  `(?<next>下个?月)|(?<this>这个?月|本月|当月)|(?<month>${NUMERAL})月(?:份)?`,
  "gu",
);

function findMonths(
  text: string,
  pack: Pack,
  today: string,
): { month: number; role?: "apply" | "exam" }[] {
  const now = Number(today.slice(5, 7));
  return [...text.matchAll(MONTH)].flatMap((match) => {
    if (text[match.index - 1] === "个" || /[俩两仨]$/u.test(match.groups?.["month"] ?? ""))
      return [];
    const named = parseNumeral(match.groups?.["month"] ?? "");
    const month = match.groups?.["next"] ? (now % 12) + 1 : match.groups?.["this"] ? now : named;
    if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return [];
    const role = roleOf(text, match.index, match.index + match[0].length, pack);
    return [{ month, ...(role && { role }) }];
  });
}

const NEXT_MONTH = new RegExp(`${NUMERAL}月`, "u");
/** Characters that a word may stand away from its month. */
const NEAR = 8;

/** The nearest word after the month tells its side of the timetable, else the nearest before. */
function roleOf(
  text: string,
  start: number,
  end: number,
  pack: Pack,
): "apply" | "exam" | undefined {
  const { apply, exam } = pack.vocabulary.month_roles;
  const next = text.slice(end).search(NEXT_MONTH);
  const after = text.slice(end, next >= 0 ? end + next : end + NEAR);
  const before = text.slice(Math.max(0, start - 4), start);
  const first = (part: string, words: readonly string[]): number =>
    Math.min(...words.map((word) => part.indexOf(word)).filter((at) => at >= 0), Infinity);
  const [applyAt, examAt] = [first(after, apply), first(after, exam)];
  if (applyAt !== examAt) return applyAt <= examAt ? "apply" : "exam";
  if (apply.some((word) => before.endsWith(word))) return "apply";
  return exam.some((word) => before.endsWith(word)) ? "exam" : undefined;
}
