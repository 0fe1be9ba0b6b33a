/** The State Council's days off for 2026, copied from its notice (gmw.cn, 2025-11-04), first and last day. */
export const DAYS_OFF_2026: Readonly<Record<string, readonly [from: string, to: string]>> = {
  元旦: ["2026-01-01", "2026-01-03"],
  春节: ["2026-02-15", "2026-02-23"],
  清明节: ["2026-04-04", "2026-04-06"],
  劳动节: ["2026-05-01", "2026-05-05"],
  端午节: ["2026-06-19", "2026-06-21"],
  中秋节: ["2026-09-25", "2026-09-27"],
  国庆节: ["2026-10-01", "2026-10-07"],
};

/** Weekend days that are worked in exchange (调休). */
export const WORKED_2026: readonly string[] = [
  "2026-01-04",
  "2026-02-14",
  "2026-02-28",
  "2026-05-09",
  "2026-09-20",
  "2026-10-10",
];

const DAY = 86_400_000;

function daysBetween(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: (last - first) / DAY + 1 }, (_, at) =>
    new Date(first + at * DAY).toISOString().slice(0, 10),
  );
}

export const ALL_OFF_2026 = new Set(
  Object.values(DAYS_OFF_2026).flatMap(([from, to]) => daysBetween(from, to)),
);
export const YEAR_2026 = daysBetween("2026-01-01", "2026-12-31");

export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay());
}

/** Monday to Friday and no holiday: what the notice's hours are for. */
export const SERVED_2026 = YEAR_2026.filter((day) => !isWeekend(day) && !ALL_OFF_2026.has(day));
