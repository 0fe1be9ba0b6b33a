import type { FactValue } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { askedFor } from "../../rules/asked.ts";
import type { Duration } from "../durations.ts";
import type { Mentions } from "../entities.ts";
import type { Found } from "../finder.ts";

const WORK = /做|干|当|从事|工作|经验|工龄|年限|上班|入行|搞/u;
const PAPER_WORD = /证|职称/u;
/** Only what is said to come after the paper counts from it. */
const AFTER_PAPER = /(?:拿证|取证|证书?|考到|拿到)[^，。,]{0,6}(?:以后|之后|后)[^，。,]{0,4}$/u;
const BEFORE = /前[^，。,]{0,6}$/u;
const GRADUATION = /毕业[了已经都有满]*$/u;

/** A length of time told, in months or by its dates, and where it stands. */
export interface Time {
  readonly value: FactValue;
  readonly start: number;
  readonly end: number;
}

export function timesOf({ durations, periods }: Mentions): Time[] {
  return [
    ...durations.map((one) => ({ value: rangeOf(one), start: one.start, end: one.end })),
    ...periods,
  ];
}

/** Characters that a length of time may stand away from its job. */
const NEAR = 6;

export function nearest(one: Found<string>, times: readonly Time[]): Time | undefined {
  const away = (time: Time): number =>
    Math.max(one.start, time.start) - Math.min(one.end, time.end);
  return times.filter((time) => away(time) <= NEAR).toSorted((a, b) => away(a) - away(b))[0];
}

export function rangeOf({ from, to }: Duration): readonly number[] {
  return to === Infinity ? [from] : [from, to];
}

/** A message that says a length of time and at most this many other characters tells the years worked. */
const ALONE = 3;

/** The fact that a length of time is said of, such as `work.months`; empty where that cannot be told. */
export function durationPath(
  found: Mentions,
  { start, end }: Time,
  pack: Pack,
  pending: string | undefined,
): string {
  const { text, names } = found;
  const asked = pending === undefined ? undefined : askedFor(pack.interview, pending);
  if (asked?.question.type === "duration") return asked.question.fact;
  const before = text.slice(0, start);
  if (GRADUATION.test(before) || BEFORE.test(before)) return "";
  if (AFTER_PAPER.test(before)) return "certificates.months_after";
  if (PAPER_WORD.test(before) && !/[，。,]/u.test(before.slice(before.search(PAPER_WORD))))
    return "";
  if (new Set(names.occupation.map(({ value }) => value)).size > 1) return "";
  const alone = text.length - (end - start) <= ALONE;
  return alone || WORK.test(text) || names.occupation.length > 0 ? "work.months" : "";
}
