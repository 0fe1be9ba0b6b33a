import type { Pack } from "../../knowledge/pack.ts";
import type { Mentions } from "../entities.ts";
import type { Found } from "../finder.ts";
import { MARK, only, said } from "./said.ts";
import type { Thing } from "./thing.ts";

const GRADUATED = /毕业(?!班|季|生|于?[明后])/u;
/** A year of graduation may lie ahead, and what that means the notice does not say (A8). */
const YEAR_OF_GRADUATION =
  /(?:\d{2,4}年?|今年|明年|后年)(?:\d+月)?(?:才|要|会|就|份)?毕业|\d{2}届/u;
const NOT_YET = /(?:没|未|还没|快|即将|马上)(?:有)?毕业/u;
/** 在校实习: told of the work, not of the school. */
const AT_WORK = /^(?:的?时候?)?(?:实习|兼职)/u;

/** Every diploma that has its own major or status, the highest first; else the one school named. */
export function diplomas(found: Mentions, pack: Pack): Thing[] {
  const schools = schoolsApart(found, pack);
  const major = only(found, "major")?.value;
  if (schools.length === 0)
    return found.names.school.length === 0 && major !== undefined ? [{ major }] : [];
  if (new Set(schools.map(({ value }) => value)).size === 1)
    return [{ school: schools[0]?.value, status: status(found), major }];
  const parts = schools.map((school, index) => {
    const part = within(
      found,
      borderBefore(found, schools, index),
      borderBefore(found, schools, index + 1),
    );
    return { school: school.value, status: status(part), major: only(part, "major")?.value };
  });
  const told = parts.every((one) => one.major !== undefined || one.status !== undefined);
  return told ? parts.toSorted((a, b) => rankOf(b.school, pack) - rankOf(a.school, pack)) : [];
}

/** Where what is said of one school ends and of the next begins: at the last mark between them. */
function borderBefore(
  { text }: Mentions,
  schools: readonly Found<string>[],
  index: number,
): number {
  const [before, next] = [schools[index - 1], schools[index]];
  if (!next) return text.length;
  if (!before) return 0;
  const between = text.slice(before.end, next.start);
  const mark = Math.max(...[...between.matchAll(MARK)].map(({ index: at }) => at), -1);
  return mark < 0 ? next.start : before.end + mark;
}

/** What was found in a part of the text. */
function within(found: Mentions, from: number, to: number): Mentions {
  const inside = <T extends { start: number; end: number }>(list: readonly T[]): T[] =>
    list
      .filter(({ start, end }) => start >= from && end <= to)
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from }));
  const names = Object.fromEntries(
    Object.entries(found.names).map(([key, list]) => [key, inside(list)]),
  ) as unknown as Mentions["names"];
  return { ...found, text: found.text.slice(from, to), names };
}

/** Graduated, in the final year and so on, as far as the words leave no doubt. */
export function status(found: Mentions): string | undefined {
  const { text } = found;
  if (YEAR_OF_GRADUATION.test(text)) return undefined;
  const told = said(found, "status").filter(
    ({ value, end }) => value !== "graduated" && !AT_WORK.test(text.slice(end)),
  );
  const values = new Set(told.map(({ value }) => value));
  if (values.size > 0) return values.size === 1 ? told[0]?.value : undefined;
  return GRADUATED.test(text) && !NOT_YET.test(text) ? "graduated" : undefined;
}

/** Names that touch are one school, the higher of them: 技校高级工班. */
function schoolsApart(found: Mentions, pack: Pack): Found<string>[] {
  return said(found, "school").reduce<Found<string>[]>((list, one) => {
    const before = list.at(-1);
    if (before?.end !== one.start) return [...list, one];
    const higher = rankOf(one.value, pack) > rankOf(before.value, pack) ? one : before;
    return [...list.slice(0, -1), { ...higher, start: before.start, end: one.end }];
  }, []);
}

export function onlySchool(found: Mentions, pack: Pack): Found<string> | undefined {
  const apart = schoolsApart(found, pack);
  return new Set(apart.map(({ value }) => value)).size === 1 ? apart[0] : undefined;
}

function rankOf(school: string, { education }: Pack): number {
  return education.schools.find(({ id }) => id === school)?.rank ?? 0;
}
