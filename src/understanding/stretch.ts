/** A stretch of a text, its end not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether one shares any sign with one of the others. */
export function overlapsAny(one: Stretch, others: readonly Stretch[]): boolean {
  return others.some((other) => overlaps(one, other));
}
