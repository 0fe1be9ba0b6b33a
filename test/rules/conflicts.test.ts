import { describe, expect, it } from "vitest";
import type { Facts } from "../../machines/words.ts";
import { conflictingFacts } from "../../src/rules/conflicts.ts";
import { createFactReader } from "../../src/rules/facts.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const read = createFactReader(pack.interview, names);
const conflict = (facts: Facts) => conflictingFacts(facts, read, pack.interview);
const years = (count: number): readonly number[] => [count * 12, count * 12];

describe("cannot all be true", () => {
  it.each<[string, Facts, string[]]>([
    [
      "thirty years of work at twenty",
      { age: years(20), work_years: years(30) },
      ["age", "work_years"],
    ],
    [
      "two jobs that are too long together",
      { age: years(20), work_years: years(6), "work_years.2": years(6), occupation: "会计" },
      ["age", "work_years", "work_years.2"],
    ],
    [
      "dated jobs from the cradle on",
      { age: years(20), work_years: "2008-01/2026-04" },
      ["age", "work_years"],
    ],
    [
      "fifteen years since a certificate at twenty",
      { age: years(20), certificate: "四级", certificate_years: years(15) },
      ["age", "certificate_years"],
    ],
    [
      "twelve years since a title at twenty",
      { age: years(20), title: "junior", title_years: years(12) },
      ["age", "title_years"],
    ],
    [
      "six years of work before sixteen",
      { age: "under", work_years: years(6) },
      ["age", "work_years"],
    ],
  ])("%s", (_, facts, ids) => {
    expect(conflict(facts).toSorted()).toEqual(ids.toSorted());
  });
});

describe("may all be true", () => {
  it.each<[string, Facts]>([
    ["nothing told", {}],
    ["a child that never worked", { age: years(5) }],
    ["no age told", { work_years: years(60) }],
    ["an age without an end", { age: "over", work_years: years(60) }],
    ["an age not known", { age: null, work_years: years(60) }],
    ["work from ten on", { age: years(20), work_years: years(10) }],
    ["a month short of twenty-one", { age: [240, 251], work_years: [131, 131] }],
    ["work of unknown length", { age: years(20), work_years: null }],
    ["less than five years", { age: years(17), work_years: "under_5" }],
    [
      "two dated jobs at the same time",
      { age: years(20), work_years: "2018-01/2024-12", "work_years.2": "2018-01/2024-12" },
    ],
  ])("%s", (_, facts) => {
    expect(conflict(facts)).toEqual([]);
  });

  it("at any age what that age has room for", () => {
    for (let age = 16; age <= 70; age += 1) {
      expect(conflict({ age: years(age), work_years: years(age - 10) })).toEqual([]);
      expect(conflict({ age: years(age), work_years: years(age - 8) })).not.toEqual([]);
    }
  });
});
