import chineseDays from "chinese-days";

/** What kind of day it is in mainland China; `unpublished` past the last year with published holidays. */
export type DayKind = "workday" | "weekend" | "holiday" | "adjusted_workday" | "unpublished";

/** @param date `YYYY-MM-DD`, Asia/Shanghai */
export function dayKind(date: string): DayKind {
  if (!isPublished(date.slice(0, 4))) return "unpublished";
  const weekend = weekday(date) >= 6;
  if (chineseDays.isWorkday(date)) return weekend ? "adjusted_workday" : "workday";
  return weekend ? "weekend" : "holiday";
}

/** ISO weekday, 1 is Monday. */
export function weekday(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  const days = last.getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, days)))
    .toISOString()
    .slice(0, 10);
}

/** The library calls days of a year that it does not know ordinary; a known year has its New Year off. */
function isPublished(year: string): boolean {
  return (
    !chineseDays.isWorkday(`${year}-01-01`) &&
    chineseDays.getDayDetail(`${year}-01-01`).name.includes(",")
  );
}
