/** Two decimals of a year are off by at most 0.06 of a month. */
const ROUNDING = 0.061;

/** Whole months of years with two decimals: 4.92 is 59; a month only begun is no month (满). */
export function months(years: number): number {
  const exact = years * 12;
  const nearest = Math.round(exact);
  return Math.abs(exact - nearest) <= ROUNDING ? nearest : Math.floor(exact);
}

/** A length of time between two bounds, in months. */
export interface Span {
  readonly sure: number;
  readonly possible: number;
}

export function exactly(length: number): Span {
  return { sure: length, possible: length };
}

export const UNKNOWN: Span = { sure: 0, possible: Infinity };
