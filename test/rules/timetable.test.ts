import { describe, expect, it } from "vitest";
import { monthsToApply, rowToApply, rowsToSit } from "../../src/rules/timetable.ts";
import { pack } from "../quanmeiti-pack.ts";

const { timetable } = pack;
const months = (rows: readonly { readonly month: number }[]): number[] =>
  rows.map(({ month }) => month);

describe("the row to apply in", () => {
  it("is there for each month and leads to the next one, December to its own", () => {
    for (let month = 1; month <= 12; month++) {
      const row = rowToApply(timetable, month);
      expect(row?.month).toBe(month);
      expect(row?.exam_month).toBe(Math.min(month + 1, 12));
    }
  });

  it("begins with what ends in January and ends with what may move to next year (A19, A20)", () => {
    expect(rowToApply(timetable, 1)).toMatchObject({ apply: "1月底前", exam: "2月底前" });
    expect(rowToApply(timetable, 12)).toMatchObject({
      exam: "12月底前或根据次年公告排考",
      open_ended: true,
    });
    expect(timetable.rows.filter((row) => row.open_ended)).toHaveLength(1);
  });

  it("is there for no other number", () => {
    for (const month of [0, 13, -1, 1.5, Number.NaN])
      expect(rowToApply(timetable, month)).toBeUndefined();
  });
});

describe("the rows to sit in", () => {
  it("are one a month, two in December, none in January (A19, A20)", () => {
    expect(rowsToSit(timetable, 1)).toEqual([]);
    for (let month = 2; month <= 11; month++)
      expect(months(rowsToSit(timetable, month))).toEqual([month - 1]);
    expect(months(rowsToSit(timetable, 12))).toEqual([11, 12]);
  });
});

describe("the months to apply in", () => {
  it("are this one and later ones", () => {
    expect(monthsToApply(timetable, 2026, "2026-11-30")).toEqual([11, 12]);
    expect(monthsToApply(timetable, 2026, "2026-12-01")).toEqual([12]);
    expect(monthsToApply(timetable, 2026, "2026-01-31")).toHaveLength(12);
    expect(monthsToApply(timetable, 2026, "2027-03-01")).toHaveLength(12);
  });
});
