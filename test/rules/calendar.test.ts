import { describe, expect, it } from "vitest";
import { type DayKind, addDays, dayKind, weekday } from "../../src/rules/calendar.ts";
import { ALL_OFF_2026, WORKED_2026, YEAR_2026, isWeekend } from "./days-2026.ts";

/** What a day of 2026 is, by the State Council's list and the week. */
function expectedKind(day: string): DayKind {
  if (WORKED_2026.includes(day)) return "adjusted_workday";
  if (isWeekend(day)) return "weekend";
  return ALL_OFF_2026.has(day) ? "holiday" : "workday";
}

describe("the kind of a day", () => {
  it("is right for every day of 2026", () => {
    expect(YEAR_2026).toHaveLength(365);
    expect(YEAR_2026.map((day) => [day, dayKind(day)])).toEqual(
      YEAR_2026.map((day) => [day, expectedKind(day)]),
    );
  });

  it("is not published for 2027, New Year's Day included", () => {
    for (const day of ["2027-01-01", "2027-01-04", "2027-06-01", "2027-12-31", "2028-02-29"])
      expect([day, dayKind(day)]).toEqual([day, "unpublished"]);
  });
});

describe("dates", () => {
  it("have ISO weekdays", () => {
    expect(weekday("2026-05-18")).toBe(1);
    expect(weekday("2026-05-24")).toBe(7);
    for (const day of YEAR_2026) expect([day, weekday(day) >= 6]).toEqual([day, isWeekend(day)]);
  });

  it("go on over ends of months and years", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    YEAR_2026.slice(1).forEach((day, at) => expect(addDays(YEAR_2026[at] ?? "", 1)).toBe(day));
  });
});
