import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NUMERAL, parseNeighbours, parseNumeral } from "../../src/understanding/numerals.ts";

const PLAIN = Array.from("零一二三四五六七八九");
const FORMAL = Array.from("零壹贰叁肆伍陆柒捌玖");
const UNITS = { plain: ["", "十", "百", "千"], formal: ["", "拾", "佰", "仟"] };

/** Writes a number as one says it: 1020 is 一千零二十, 12 is 十二 or 一十二. */
function write(
  value: number,
  { formal = false, liang = false, shortTen = true, zero = "零" } = {},
): string {
  const [digits, units] = formal ? [FORMAL, UNITS.formal] : [PLAIN, UNITS.plain];
  let text = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = text !== "";
    else {
      if (gap) text += zero;
      gap = false;
      const said = liang && digit === 2 && place >= 2 ? "两" : (digits[digit] ?? "");
      text += said + (units[place] ?? "");
    }
  }
  return shortTen && !formal && value >= 10 && value < 20 ? text.slice(1) : text;
}

describe("a numeral", () => {
  it("of Chinese signs is read as it was written, from 1 to 9999", () => {
    for (let value = 1; value <= 9999; value++) {
      expect([write(value), parseNumeral(write(value))]).toEqual([write(value), value]);
      expect(parseNumeral(write(value, { formal: true }))).toBe(value);
      expect(parseNumeral(write(value, { liang: true, shortTen: false }))).toBe(value);
      expect(parseNumeral(write(value, { zero: "〇" }))).toBe(value);
    }
  });

  it("of digits is read, with decimals too", () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(99), (whole, part) => {
        expect(parseNumeral(String(whole))).toBe(whole);
        expect(parseNumeral(`${whole}.${part}`)).toBe(Number(`${whole}.${part}`));
      }),
    );
  });

  it("of twenties and thirties may be short", () => {
    expect(parseNumeral("廿五")).toBe(25);
    expect(parseNumeral("廿")).toBe(20);
    expect(parseNumeral("卅一")).toBe(31);
    expect(parseNumeral("一百廿三")).toBe(123);
  });

  it("of a calendar year is read sign by sign", () => {
    for (const year of [1999, 2002, 2026, 2027, 2030]) {
      const signs = String(year).replaceAll(/\d/gu, (digit) => PLAIN[Number(digit)] ?? "");
      expect(parseNumeral(signs)).toBe(year);
      expect(parseNumeral(signs.replaceAll("零", "〇"))).toBe(year);
    }
    expect(parseNumeral("两千零二十七")).toBe(2027);
  });

  it("may be one of the signs for a few", () => {
    expect(["俩", "两", "仨", "幺"].map(parseNumeral)).toEqual([2, 2, 3, 1]);
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      "五六",
      "十百",
      "百千",
      "五五十",
      "一二三",
      "4.",
      ".5",
      "四a",
      "半",
      "-3",
    ])
      expect([text, parseNumeral(text)]).toEqual([text, undefined]);
  });

  it("never throws, and what is read is a number of zero or more", () => {
    const signs = fc.constantFrom(
      ..."零〇一壹幺二两俩三仨四五六七八九十百千廿卅拾佰仟0123456789.".split(""),
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 8 }), (list) => {
        const value = parseNumeral(list.join(""));
        expect(value === undefined || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("is found whole in a text by the pattern", () => {
    const pattern = new RegExp(`^${NUMERAL}$`, "u");
    for (let value = 1; value <= 9999; value += 7) expect(write(value)).toMatch(pattern);
    expect("4.92").toMatch(pattern);
    expect("几").not.toMatch(pattern);
  });

  it("is bounded in length, and none begins inside a longer figure", () => {
    const found = (text: string) => text.match(new RegExp(NUMERAL, "u"))?.[0];
    expect(found("1".repeat(4000))).toBe("111111");
    expect(new RegExp(`${NUMERAL}年`, "u").exec(`${"1".repeat(20)}年`)).toBeNull();
  });
});

describe("two neighbouring numbers said as one", () => {
  it.each([
    ["五六", 5, 6],
    ["两三", 2, 3],
    ["十六七", 16, 17],
    ["二十三四", 23, 24],
    ["三四十", 30, 40],
  ])("%s are %i and %i", (text, low, high) => {
    expect(parseNeighbours(text)).toEqual([low, high]);
  });

  it.each(["", "五", "五七", "六五", "十二", "56", "二〇二六", "五六七八"])(
    "%s are none",
    (text) => {
      expect(parseNeighbours(text)).toBeUndefined();
    },
  );
});
