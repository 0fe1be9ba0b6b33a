import { lengthOf, parsePeriod } from "../rules/period.ts";
import type { Mentions } from "./entities.ts";

const MONTHS = 12;
const CENT = 100;

/**
 * Years of work as a decimal of two places: 4.92 of 4年11个月. Of several lengths the sum that is told; otherwise
 * nothing, as of 快五年 or 两三年, where no figure was reached.
 */
export function yearsOf({ durations, periods }: Mentions): number | undefined {
  if (durations.length + periods.length === 0) return undefined;
  const of = (...standings: string[]): (number | undefined)[] =>
    durations.filter(({ standing }) => standings.includes(standing)).map(({ figure }) => figure);
  const worked = [...of("work", "open"), ...periods.map(({ value }) => monthsOf(value))];
  const groups = [of("total"), worked, of("paper"), of("required")];
  const told = groups.find((group) => group.length > 0) ?? [];
  const [months] = told;
  if (months === undefined || told.some((one) => one !== months)) return undefined;
  return Math.round((months / MONTHS) * CENT) / CENT;
}

/** Between two months of the calendar, the first and the last each counted half. */
function monthsOf(value: Mentions["periods"][number]["value"]): number | undefined {
  const period = parsePeriod(value);
  if (!period) return undefined;
  const [least, most] = lengthOf(period);
  return (least + most) / 2;
}
