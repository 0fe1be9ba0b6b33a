import { describe, expect, it } from "vitest";
import { findAges } from "../../src/understanding/ages.ts";

const TODAY = "2026-05-20";
/** Months from and to of the ages in a text. */
const months = (text: string) => findAges(text, TODAY).map(({ from, to }) => [from, to]);

describe("an age", () => {
  it.each([
    ["52岁", 624],
    ["十六周岁", 192],
    ["我今年十八岁", 216],
    ["我52了", 624],
    ["我今年23", 276],
    ["廿五岁", 300],
    ["15岁半", 186],
    ["今年16了能考吗", 192],
    ["刚满16能报吗", 192],
    ["女儿17能报吗", 204],
    ["俺爸58想报", 696],
    ["16岁就能报了吧", 192],
    ["16能考吗", 192],
    ["我今年整六十", 720],
    ["差两个月满16", 190],
    ["还差仨月16岁", 189],
    ["再过半年满16", 186],
  ])("%s is %i months", (text, expected) => {
    expect(months(text)).toEqual([[expected, expected]]);
  });

  it.each([
    ["十六七岁", 192, 215],
    ["四十多岁", 480, 599],
    ["我妈五十好几了", 600, 719],
    ["二十出头", 240, 359],
    ["不到16岁", 0, 191],
    ["没满16", 0, 191],
    ["快五十了", 0, 599],
  ])("%s is a range", (text, from, to) => {
    expect(months(`我${text}`)).toEqual([[from, to]]);
  });

  it.each([
    ["08年1月出生", 219, 220],
    ["我08年1月的", 219, 220],
    ["2010年8月3号生的", 188, 189],
    ["我98年的", 328, 340],
    ["零八年的", 208, 220],
    ["一九九八年出生", 328, 340],
  ])("%s follows from the day of birth", (text, from, to) => {
    expect(months(text)).toEqual([[from, to]]);
  });

  it.each([
    ["", []],
    ["我", []],
    ["5年", []],
    ["200岁", []],
    ["16元", []],
    ["2026年", []],
    ["我要考四级", []],
    ["今年12月考", []],
    ["我21号去", []],
    ["虚岁十七", []],
    ["满30人才开考吗", []],
    ["人数不满30怎么办", []],
    ["16岁就开始做了", []],
    ["我是95后", []],
    ["08年的证还能用吗", []],
    ["18年的那种老证", []],
    ["都30天了", []],
  ])("is not in %s", (text, none) => {
    expect(months(text)).toEqual(none);
  });

  it("is found with its place, several in one text", () => {
    const text = "我妈今年52岁了，我38能考吗";
    const found = findAges(text, TODAY);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["52岁", "38"]);
  });
});
