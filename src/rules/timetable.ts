import type { Timetable, TimetableRow } from "../knowledge/schemas/notice.ts";

/** The row for those who apply in this month (1 to 12). */
export function rowToApply(timetable: Timetable, month: number): TimetableRow | undefined {
  return timetable.rows.find((row) => row.month === month);
}

/** The rows whose evaluation falls into this month; several in December, none in January. */
export function rowsToSit(timetable: Timetable, month: number): TimetableRow[] {
  return timetable.rows.filter((row) => row.exam_month === month);
}

/** Months that one can still apply in on this day; all of them when the pack's year is over. */
export function monthsToApply({ rows }: Timetable, year: number, today: string): number[] {
  const [now, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const over = now === year ? month : 1;
  return rows.filter((row) => row.month >= over).map((row) => row.month);
}
