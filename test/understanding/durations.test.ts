import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDurations } from "../../src/understanding/durations.ts";

/** Months from and to of the only length of time in a text. */
function months(text: string): [number, number] | undefined {
  const found = findDurations(text);
  expect([text, ...found.slice(1)]).toEqual([text]);
  return found[0] && [found[0].from, found[0].to];
}

describe("a length of time", () => {
  it.each([
    ["五年半", 66],
    ["5年半", 66],
    ["4年11个月", 59],
    ["四年十一个月", 59],
    ["4年零11个月", 59],
    ["五年", 60],
    ["十年", 120],
    ["十二年", 144],
    ["廿五年", 300],
    ["两年半", 30],
    ["半年", 6],
    ["一年", 12],
    ["4.5年", 54],
    ["八个月", 8],
    ["18个月", 18],
    ["俩月", 2],
    ["仨月", 3],
    ["做了三年", 36],
    ["我干了3年了", 36],
    ["三年又两个月", 38],
    ["一个半月", 1],
    ["一年零一个月", 13],
  ])("%s is %i months", (text, expected) => {
    expect(months(text)).toEqual([expected, expected]);
  });

  it.each([
    ["不到五年", 59],
    ["不满5年", 59],
    ["快五年", 59],
    ["还差一点五年", 59],
    ["未满十年", 119],
  ])("%s ends below the figure", (text, most) => {
    const [from = Number.NaN, to] = months(text) ?? [];
    expect(to).toBe(most);
    expect(from).toBeLessThanOrEqual(most);
    expect(from).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ["三年多", 36, 47],
    ["三年出头", 36, 47],
    ["五六年", 60, 83],
    ["两三年", 24, 47],
    ["八九年", 96, 119],
    ["五年以上", 60, Infinity],
  ])("%s is a range", (text, from, to) => {
    expect(months(text)).toEqual([from, to]);
  });

  it("that is about five years may be less", () => {
    const [from = 60, to = 60] = months("五年左右") ?? [];
    expect(from).toBeLessThan(60);
    expect(to).toBeGreaterThan(60);
  });

  it.each(["2026年", "二〇二六年", "2026年5月", "二零二七年", "两千零二十六年", "1999年毕业"])(
    "%s is none: it is a calendar year",
    (text) => {
      expect(months(text)).toBeUndefined();
    },
  );

  it.each([
    "今年",
    "明年",
    "去年",
    "5月",
    "十二月",
    "三年级",
    "多年",
    "好几年",
    "年底",
    "30岁",
    "",
  ])("%s is none", (text) => {
    expect(months(text)).toBeUndefined();
  });

  it("is found with its place, several in one text", () => {
    const text = "拿证前做了两年，拿证后做了4年11个月";
    const found = findDurations(text);
    expect(found.map(({ from }) => from)).toEqual([24, 59]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["两年", "4年11个月"]);
  });

  it("is read back from years and months as they were written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 11 }),
        (years, rest) => {
          const total = years * 12 + rest;
          expect(months(`${years}年${rest}个月`)).toEqual([total, total]);
          expect(months(`做了${years}年零${rest}个月`)).toEqual([total, total]);
          expect(months(`${total}个月`)).toEqual([total, total]);
          expect(months(`${years}年`)).toEqual([years * 12, years * 12]);
        },
      ),
    );
  });

  it("never throws and never runs backwards", () => {
    const piece = fc.constantFrom(..."不到快五六十2026年半个月多以上左右岁零 ，".split(""));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const { from, to } of findDurations(pieces.join(""))) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
      { numRuns: 3000, examples: [[["快", "0", "年"]], [["零", "个", "月", "左", "右"]]] },
    );
  });
});
