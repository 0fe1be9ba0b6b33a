import { describe, expect, it } from "vitest";
import { months } from "../../src/rules/from-profile.ts";
import { standing } from "./assessed.ts";

describe("years as full months", () => {
  it("are right for every month of eighty years, exact and with two decimals", () => {
    for (let month = 0; month <= 960; month++) {
      expect([`${month} exactly`, months(month / 12)]).toEqual([`${month} exactly`, month]);
      expect([`${month} rounded`, months(Math.round((month / 12) * 100) / 100)]).toEqual([
        `${month} rounded`,
        month,
      ]);
      expect([`${month} with three decimals`, months(Number((month / 12).toFixed(3)))]).toEqual([
        `${month} with three decimals`,
        month,
      ]);
    }
  });

  it("are full months: what is begun does not count", () => {
    expect(months(4.99)).toBe(59);
    expect(months(9.99)).toBe(119);
    expect(months(0.05)).toBe(0);
  });

  it("do not forgive a missing day", () => {
    for (const years of [3, 4, 5, 10]) {
      expect([`${years} years less a day`, months(years - 1 / 366)]).toEqual([
        `${years} years less a day`,
        years * 12 - 1,
      ]);
      expect([`${years} years less a day`, months(Number((years - 1 / 366).toFixed(4)))]).toEqual([
        `${years} years less a day`,
        years * 12 - 1,
      ]);
    }
    expect(standing("四级(1)", { work: [{ match: "own", years: 4.9973 }] })).toBe("unmet");
  });
});
