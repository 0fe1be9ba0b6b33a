import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createListFinder } from "../../src/understanding/finder.ts";

const names: [alias: string, value: string][] = [
  ["电商", "major"],
  ["电商运营", "job"],
  ["运营", "work"],
  ["ＨＲ", "people"],
  ["设计", "design"],
  ["平面设计", "flat"],
];
const findAll = createListFinder({ all: names, trades: [["设计", "trade"]] });
const find = (text: string) => findAll(text).all;

describe("a finder", () => {
  it("takes the longest name at each place", () => {
    expect(find("我做电商运营").map(({ value }) => value)).toEqual(["job"]);
    expect(find("平面设计和设计").map(({ value }) => value)).toEqual(["flat", "design"]);
  });

  it("keeps the names of each list apart, where they overlap too", () => {
    const { all, trades } = findAll("平面设计");
    expect(all.map(({ value }) => value)).toEqual(["flat"]);
    expect(trades.map(({ value }) => value)).toEqual(["trade"]);
  });

  it("says where each name stands", () => {
    const text = "学电商做运营";
    for (const { alias, start, end } of find(text)) expect(text.slice(start, end)).toBe(alias);
    expect(find(text).map(({ start }) => start)).toEqual([1, 4]);
  });

  it("folds width and case of its names", () => {
    expect(find("做hr的").map(({ value }) => value)).toEqual(["people"]);
  });

  it("finds nothing in other texts, nor with an empty name", () => {
    expect(find("")).toEqual([]);
    expect(find("电")).toEqual([]);
    expect(createListFinder({ all: [["", 1]] })("电商").all).toEqual([]);
  });

  it("takes no more names from a paste than anybody tells", () => {
    const found = find("设计，".repeat(600));
    expect(found).toHaveLength(50);
    expect(found.at(-1)).toMatchObject({ start: 49 * 3, end: 49 * 3 + 2 });
  });

  it("never lets two names overlap, and finds every name that stands alone", () => {
    const piece = fc.constantFrom("电商", "电商运营", "运营", "平面设计", "设计", "hr", "，", "我");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const found = find(pieces.join(""));
        found.slice(1).forEach((one, at) => {
          expect(one.start).toBeGreaterThanOrEqual(found[at]?.end ?? 0);
        });
        expect(find(pieces.join("，")).length).toBe(
          pieces.filter((one) => one !== "，" && one !== "我").length,
        );
      }),
    );
  });
});
