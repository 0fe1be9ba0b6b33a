/** From and to as months since year 0 and a day as the 31st part of one. */
export type Interval = readonly [from: number, to: number];

/** A stretch of time as far as it was told: it lasts at least `least` and at most `most`. */
export interface Period {
  readonly least: Interval;
  readonly most: Interval;
}

const DAY = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?$/u;

/**
 * A period between two dates `YYYY-MM` or `YYYY-MM-DD`, both included; of a month without its day it is
 * not known when in that month it was.
 * @returns undefined where the dates are none or run backwards
 */
export function periodOf(from: string, to: string): Period | undefined {
  const [begin, end] = [moment(from), moment(to)];
  if (!begin || !end || end[1] < begin[1]) return undefined;
  const [latest, earliest] = [
    from.length > 7 ? begin[0] : begin[1],
    to.length > 7 ? end[1] : end[0],
  ];
  return { least: [latest, Math.max(latest, earliest)], most: [begin[0], end[1]] };
}

/** A period told as an ISO 8601 interval of months or days, `2019-03/2022-05`. */
export function parsePeriod(interval: unknown): Period | undefined {
  if (typeof interval !== "string") return undefined;
  const [from = "", to = "", ...more] = interval.split("/");
  return more.length > 0 ? undefined : periodOf(from, to);
}

export function isPeriod(value: unknown): value is string {
  return parsePeriod(value) !== undefined;
}

/** Full months that a period lasts, at least and at most. */
export function lengthOf({ least, most }: Period): readonly [from: number, to: number] {
  return [full(least[1] - least[0]), full(most[1] - most[0])];
}

/** Full months that some of these intervals cover: what they share counts once. */
export function covered(intervals: readonly Interval[]): number {
  let [sum, reached] = [0, -Infinity];
  for (const [from, to] of intervals.toSorted(([a], [b]) => a - b)) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return full(sum);
}

/** The first moment of a day or month, and that after its last. */
function moment(date: string): Interval | undefined {
  const match = DAY.exec(date);
  if (!match) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  const first = year * 12 + month - 1;
  if (match[3] === undefined) return [first, first + 1];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Number(match[3]);
  if (day > days) return undefined;
  return [first + (day - 1) / 31, day === days ? first + 1 : first + day / 31];
}

/** A month is from one day to the day before the same day; what rounding took off is given back. */
function full(months: number): number {
  return Math.floor(months + 1e-6);
}
