import { describe, expect, it } from "vitest";
import { findPeriods, isAbsurd } from "../../src/understanding/periods.ts";

const TODAY = "2026-05-20";
const values = (text: string) => findPeriods(text, TODAY).map(({ value }) => value);

describe("a stretch of time is read", () => {
  it.each([
    ["2019年3月到2022年5月", "2019-03/2022-05"],
    ["2019年03月至2022年05月", "2019-03/2022-05"],
    ["2019.3-2022.5", "2019-03/2022-05"],
    ["2019-03到2022-05", "2019-03/2022-05"],
    ["2019/3—2022/5", "2019-03/2022-05"],
    ["2019年3月份开始到2022年5月份", "2019-03/2022-05"],
    ["2019年10月到2022年12月", "2019-10/2022-12"],
    ["2019年1月到2019年1月", "2019-01/2019-01"],
    ["2019年3月入职到现在", "2019-03/2026-05"],
    ["2019年3月至今", "2019-03/2026-05"],
    ["从2019年11月起做营销员到2022年5月", "2019-11/2022-05"],
  ])("%s", (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it("with its place, and as many as there are", () => {
    const text = "我2018年1月到2021年12月做营销员,2020年1月到2023年12月做网络编辑";
    const found = findPeriods(text, TODAY);
    expect(found.map(({ value }) => value)).toEqual(["2018-01/2021-12", "2020-01/2023-12"]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      "2018年1月到2021年12月",
      "2020年1月到2023年12月",
    ]);
  });
});

describe("of a year without its month it is not known when in it", () => {
  it.each([
    ["2019年到2022年", [24, 48]],
    ["2020年到现在", [64, 77]],
    ["2019年到2019年", [0, 12]],
    ["2019年6月到2022年", [30, 43]],
  ])("%s lasted between %j months", (text, range) => {
    expect(values(text)).toEqual([range]);
  });
});

describe("no stretch of time is", () => {
  it.each([
    "19年3月到22年5月",
    "1-3个月",
    "3-5年",
    "2022年5月到2019年3月",
    "2022年到2019年",
    "2019年3月",
    "电话021-52411861",
    "2019年13月到2022年14月",
    "9月报名什么时候考",
  ])("%s", (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe("a stretch that reaches past today", () => {
  it.each(["2019年3月到2028年5月", "2027年1月到现在", "2026年6月到2026年7月", "2027年到2029年"])(
    "%s is told apart",
    (text) => {
      expect(findPeriods(text, TODAY).map(({ ahead }) => ahead)).toEqual([true]);
    },
  );

  it.each(["2019年3月到2026年5月", "2019年3月到现在", "2019年到2026年"])("%s does not", (text) => {
    expect(findPeriods(text, TODAY).map(({ ahead }) => ahead)).toEqual([false]);
  });
});

describe("nobody has worked or lived", () => {
  it.each([
    ["-3年", 36],
    ["负五年", 60],
    ["做了-2个月", 2],
    ["300年", 3600],
    ["200岁", 0],
  ])("%s", (text, longest) => {
    expect(isAbsurd(text, longest)).toBe(true);
  });

  it.each([
    ["3年", 36],
    ["40年", 480],
    ["2-3年", 24],
    ["99岁", 0],
    ["2019-03到2022-05", 0],
  ])("but %s somebody may have", (text, longest) => {
    expect(isAbsurd(text, longest)).toBe(false);
  });
});
