import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDurations } from "../../src/understanding/durations.ts";

/** How figures, and what joins years and months, may be written. */
interface Way {
  readonly figure: (value: number) => string;
  readonly joint: string;
  readonly few: boolean;
}

const SIGNS = Array.from("零一二三四五六七八九");
const tens = (value: number): string => (value > 1 ? (SIGNS[value] ?? "") : "");

/** 12 is 十二, 25 is 二十五 or 廿五, 107 is 一百零七, 2 before a measure is 两. */
function inChinese(value: number, short = false): string {
  if (value >= 100) {
    const rest = value % 100;
    const middle =
      rest === 0
        ? ""
        : rest < 10
          ? `零${SIGNS[rest]}`
          : `${SIGNS[Math.floor(rest / 10)]}十${SIGNS[rest % 10]}`;
    return `${SIGNS[Math.floor(value / 100)]}百${middle.replace(/十零$/u, "十")}`;
  }
  if (value === 2) return "两";
  if (value < 10) return SIGNS[value] ?? "";
  const [ten, one] = [Math.floor(value / 10), value % 10];
  const head = short && ten === 2 ? "廿" : short && ten === 3 ? "卅" : `${tens(ten)}十`;
  return head + (one === 0 ? "" : (SIGNS[one] ?? ""));
}

const WAYS: readonly Way[] = [
  String,
  (value: number) => inChinese(value),
  (value: number) => inChinese(value, true),
].flatMap((figure) =>
  ["", "零", "又", "加"].flatMap((joint) => [true, false].map((few) => ({ figure, joint, few }))),
);

/** A length of time as it may be said, in all the ways that mean just so many months. */
function write(years: number, rest: number, { figure, joint, few }: Way, half: boolean): string[] {
  const pair = few ? { 2: "俩月", 3: "仨月" }[rest] : undefined;
  const tail = rest === 0 ? "" : (pair ?? `${figure(rest)}个月`);
  if (years === 0) return rest === 6 && half ? ["半年"] : [tail];
  const whole = `${figure(years)}年`;
  if (rest === 0) return [whole, `${figure(years)}个年头`, `${figure(years)}载`];
  const all = [`${whole}${joint}${tail}`, `${figure(years * 12 + rest)}个月`];
  if (rest === 6) all.push(`${whole}半`);
  if (rest > 6) all.push(`${figure(years + 1)}年差${figure(12 - rest)}个月`);
  return all;
}

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
    ["两年", 24],
    ["五年零俩月", 62],
    ["三年零四个月", 40],
    ["一年零3个月", 15],
    ["四年又三月", 51],
    ["4年加俩月", 50],
    ["五载", 60],
    ["五周年", 60],
    ["整三年", 36],
    ["满5年", 60],
    ["5年整", 60],
    ["3个年头", 36],
    ["3y", 36],
    ["2years", 24],
    ["廿年", 240],
    ["差一个月满五年", 59],
    ["还差俩月五年", 58],
    ["五年差一个月", 59],
    ["五年还差俩月", 58],
  ])("%s is %i months", (text, expected) => {
    expect(months(text)).toEqual([expected, expected]);
  });

  it.each([
    ["不到五年", 59],
    ["不满5年", 59],
    ["快五年", 59],
    ["还差一点五年", 59],
    ["未满十年", 119],
    ["小五年", 59],
    ["快三年", 35],
    ["就快五年", 59],
    ["近五年", 59],
    ["五年不到", 59],
    ["三年差一点", 35],
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
    ["2年+", 24, Infinity],
    ["10+年", 120, Infinity],
    ["一年多", 12, 23],
    ["二十多年", 240, 359],
    ["十几年", 132, 239],
    ["十来年", 108, 143],
    ["20来年", 228, 263],
    ["四五年", 48, 71],
    ["十六七年", 192, 215],
    ["3-5年", 36, 71],
    ["2到3年", 24, 47],
    ["四、五年", 48, 71],
    ["六七个月", 6, 7],
    ["1-3个月", 1, 3],
    ["八个多月", 8, 8],
    ["大半年", 7, 11],
    ["半年多", 6, 11],
    ["小半年", 3, 5],
    ["一年半载", 6, 18],
    ["大概三年", 33, 39],
  ])("%s is a range", (text, from, to) => {
    expect(months(text)).toEqual([from, to]);
  });

  it("that is about five years may be less", () => {
    const [from = 60, to = 60] = months("五年左右") ?? [];
    expect(from).toBeLessThan(60);
    expect(to).toBeGreaterThan(60);
  });

  it("names its figure where there is one and it was reached", () => {
    const figure = (text: string) => findDurations(text)[0]?.figure;
    expect(["五年半", "五年多", "五年以上", "五年左右", "十来年"].map(figure)).toEqual([
      66, 60, 60, 60, 120,
    ]);
    for (const text of ["快五年", "不到五年", "两三年", "十几年", "3-5年"])
      expect([text, figure(text)]).toEqual([text, undefined]);
  });

  it.each(["18年开始做的", "19年入职", "08年", "零八年", "20年3月进公司", "三年制", "15年毕业"])(
    "%s is none: it is a year of the calendar, or of a school",
    (text) => {
      expect(months(text)).toBeUndefined();
    },
  );

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

  it("is read back from every way to write it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 49 }),
        fc.integer({ min: 0, max: 11 }),
        fc.constantFrom(...WAYS),
        fc.boolean(),
        (years, rest, way, half) => {
          const total = years * 12 + rest;
          if (total === 0) return;
          for (const text of write(years, rest, way, half)) {
            expect([text, months(text)]).toEqual([text, [total, total]]);
            expect([text, months(`我做了${text}了`)]).toEqual([text, [total, total]]);
          }
        },
      ),
      { numRuns: 2000 },
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

  it("is looked for to the end of a long paste, which a pattern of exponential time never reaches", () => {
    for (const piece of [
      "五",
      "1",
      "12.",
      "五年",
      "快",
      "差一个月",
      "1-",
      "三、",
      "个月",
      "年零",
      "大概约",
    ]) {
      const text = `${piece.repeat(4000 / piece.length)}年`;
      expect([piece, findDurations(text).length <= text.length]).toEqual([piece, true]);
    }
  });
});
