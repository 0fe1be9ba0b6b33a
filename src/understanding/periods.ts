import { NUMERAL, parseNumeral } from "./numerals.ts";
import { matchesOf } from "./matches.ts";

/** A stretch of time told by its dates. */
export interface Told {
  /** ISO 8601 interval of months `2019-03/2022-05`, or the range of months that two bare years leave. */
  readonly value: string | readonly [from: number, to: number];
  /** It reaches past today. */
  readonly ahead: boolean;
  readonly start: number;
  readonly end: number;
}

const YEAR = "(?:19|20)\\d{2}";
const MONTH = "(?:1[0-2]|0?[1-9])(?!\\d)";
const NOW = "现在|至今|今天|目前|今";
const PERIOD = new RegExp(
  `(?<from>${YEAR})(?:年|[./-])(?:(?<fromMonth>${MONTH})(?:月份?)?)?(?:份)?(?:开始|起|入职)?[^\\d，。,]{0,8}?` +
    `(?:到|至|[-—~～]{1,2})(?:(?<to>${YEAR})(?:年|[./-])?(?:(?<toMonth>${MONTH})(?:月份?)?)?|(?<now>${NOW}))`,
  "gu",
);
const MONTHS = 12;

/**
 * Every stretch of time with a beginning and an end in a normalised text: 2019年3月到2022年5月,
 * 2019.3-2022.5, 2020年到现在.
 * @param today `YYYY-MM-DD`
 */
export function findPeriods(text: string, today: string): Told[] {
  return matchesOf(PERIOD, text).flatMap((match) => {
    const { from, fromMonth, to, toMonth, now } = match.groups ?? {};
    const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
    const begin = { year: Number(from), month: monthOf(fromMonth) };
    const end = now === undefined ? { year: Number(to), month: monthOf(toMonth) } : { year, month };
    const ahead = after(begin, year, month) || after(end, year, month);
    const value = valueOf(begin, end) ?? (ahead ? NOTHING_YET : undefined);
    return value === undefined
      ? []
      : [{ value, ahead, start: match.index, end: match.index + match[0].length }];
  });
}

/** What has not begun has lasted no time. */
const NOTHING_YET = [0, 0] as const;

interface Point {
  readonly year: number;
  readonly month: number | undefined;
}

function monthOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function after({ year, month }: Point, thisYear: number, thisMonth: number): boolean {
  return year > thisYear || (year === thisYear && (month ?? 1) > thisMonth);
}

/** Of a year without its month it is not known when in that year it was. */
function valueOf(begin: Point, end: Point): Told["value"] | undefined {
  if (begin.month !== undefined && end.month !== undefined) {
    const told = `${iso(begin.year, begin.month)}/${iso(end.year, end.month)}`;
    return iso(begin.year, begin.month) <= iso(end.year, end.month) ? told : undefined;
  }
  const first = begin.year * MONTHS + (begin.month ?? 1) - 1;
  const last = end.year * MONTHS + (end.month ?? MONTHS);
  const latest = begin.year * MONTHS + (begin.month ?? MONTHS);
  const earliest = end.year * MONTHS + (end.month ?? 1) - 1;
  return last <= first ? undefined : [Math.max(0, earliest - latest), last - first];
}

function iso(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** A number of years or months that nobody has worked or lived, or one below nothing: 300年, -3年. */
export function isAbsurd(text: string, longest: number): boolean {
  if (new RegExp(`(?:^|[^\\d])(?:-|负)(?:${NUMERAL})(?:个?月|年|岁|周岁)`, "u").test(text))
    return true;
  const ages = [...text.matchAll(new RegExp(`(${NUMERAL})周?岁`, "gu"))];
  return longest > MOST_YEARS * MONTHS || ages.some(([, years = ""]) => isTooOld(years));
}

function isTooOld(years: string): boolean {
  return (parseNumeral(years) ?? 0) > OLDEST;
}

const MOST_YEARS = 80;
const OLDEST = 120;
