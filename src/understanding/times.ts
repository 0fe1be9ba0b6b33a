import type { FactValue } from "../../machines/words.ts";
import type { Duration } from "./durations.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";

/** A length of time, or a stretch told by its dates, with its place. */
export interface Time {
  readonly value: FactValue;
  readonly start: number;
  readonly end: number;
}

/** What is told to reach past today is not taken for a time that was worked. */
export function timesOf({ durations, periods }: Mentions): Time[] {
  return [
    ...durations.map((one) => ({ value: rangeOf(one), start: one.start, end: one.end })),
    ...periods.filter(({ ahead }) => !ahead),
  ];
}

function rangeOf({ from, to }: Duration): readonly number[] {
  return to === Infinity ? [from] : [from, to];
}

/** Characters that a length of time may stand away from what it is said of. */
const NEAR = 6;
const MARK = /[，,。；;、]/u;

/** The time said of a name: one in the same clause, else the one next to it. */
export function nearest(
  one: Found<string>,
  times: readonly Time[],
  text: string,
): Time | undefined {
  const away = (time: Time): number =>
    Math.max(one.start, time.start) - Math.min(one.end, time.end);
  const isApart = (time: Time): number => {
    const [from, to] = one.end <= time.start ? [one.end, time.start] : [time.end, one.start];
    return MARK.test(text.slice(from, to)) ? 1 : 0;
  };
  return times
    .filter((time) => away(time) <= NEAR)
    .toSorted((a, b) => isApart(a) - isApart(b) || away(a) - away(b))[0];
}
