import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { covered, isPeriod, lengthOf, parsePeriod, periodOf } from "../../src/rules/period.ts";

const length = (interval: string) => {
  const period = parsePeriod(interval);
  return period && lengthOf(period);
};

describe("a period lasts", () => {
  it.each([
    ["2020-01-01/2024-12-31", [60, 60]],
    ["2020-01-15/2020-02-14", [1, 1]],
    ["2020-01-15/2020-02-13", [0, 0]],
    ["2020-01-31/2020-02-29", [1, 1]],
    ["2020-02-01/2020-02-29", [1, 1]],
    ["2021-02-01/2021-02-28", [1, 1]],
    ["2020-03-10/2020-03-10", [0, 0]],
  ])("from day to day, both included: %s %j", (interval, months) => {
    expect(length(interval)).toEqual(months);
  });

  it.each([
    ["2020-01/2024-12", [58, 60]],
    ["2020-01/2025-01", [59, 61]],
    ["2020-01/2025-02", [60, 62]],
    ["2020-01/2020-01", [0, 1]],
    ["2020-01/2020-02", [0, 2]],
    ["2020-01-01/2024-12", [59, 60]],
    ["2020-01/2024-12-31", [59, 60]],
  ])("as long as its days may make it where they are not known: %s %j", (interval, months) => {
    expect(length(interval)).toEqual(months);
  });

  test("no less at most than at least, and two months more at most", () => {
    const month = fc.integer({ min: 1980 * 12, max: 2026 * 12 });
    fc.assert(
      fc.property(month, fc.nat({ max: 500 }), (from, more) => {
        const [least, most] = length(`${iso(from)}/${iso(from + more)}`) ?? [NaN, NaN];
        expect(most).toBe(more + 1);
        expect(least).toBe(Math.max(0, more - 1));
      }),
    );
  });
});

describe("no period is", () => {
  it.each([
    "2022-05/2019-03",
    "2020-02-30/2021-01-01",
    "2021-02-29/2021-03-01",
    "2020-13/2021-01",
    "2020-00/2021-01",
    "20-01/21-01",
    "2020-01",
    "2020-01/2021-01/2022-01",
    "2020-01-02/2020-01-01",
    "under_5",
    "",
  ])("%j", (interval) => {
    expect(isPeriod(interval)).toBe(false);
  });

  it.each([null, undefined, 12, [12, 24]])("%j", (value) => {
    expect(isPeriod(value)).toBe(false);
  });
});

describe("of several what they share counts once", () => {
  const most = (...intervals: string[]) =>
    covered(
      intervals.flatMap((one) => {
        const period = parsePeriod(one);
        return period ? [period.most] : [];
      }),
    );

  it.each([
    [["2018-01/2021-12", "2020-01/2023-12"], 72],
    [["2020-01/2023-12", "2018-01/2021-12"], 72],
    [["2018-01/2018-12", "2020-01/2020-12"], 24],
    [["2018-01/2023-12", "2019-01/2019-12"], 72],
    [["2018-01/2018-12", "2019-01/2019-12"], 24],
    [["2018-01-01/2018-06-15", "2018-06-16/2018-12-31"], 12],
    [[], 0],
  ])("%j are %i months", (intervals, months) => {
    expect(most(...intervals)).toBe(months);
  });

  test("as a calendar ticked off month by month says", () => {
    const interval = fc
      .tuple(fc.nat({ max: 60 }), fc.nat({ max: 30 }))
      .map(([from, more]): [number, number] => [24_000 + from, 24_000 + from + more]);
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 6 }), (intervals) => {
        const ticked = new Set(
          intervals.flatMap(([from, to]) =>
            Array.from({ length: to - from }, (_, month) => from + month),
          ),
        );
        expect(covered(intervals)).toBe(ticked.size);
      }),
    );
  });
});

test("dates that run backwards are no period", () => {
  expect(periodOf("2020-02", "2020-01")).toBeUndefined();
  expect(periodOf("2020-01", "2020-01")).toBeDefined();
});

function iso(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
