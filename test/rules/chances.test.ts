import { describe, expect, it } from "vitest";
import type { Question } from "../../src/knowledge/schemas/dialog.ts";
import { createChances, sharesOf } from "../../src/rules/chances.ts";
import { NONE, createAnswerReader } from "../../src/rules/facts.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const option = (id: string, share?: number) => ({ id, label: id, aliases: [], share });
const question = (more: Partial<Question>): Question => ({
  id: "q",
  fact: "titles.grade",
  type: "title_grade",
  label: "q",
  ask: "q",
  hint: "q",
  denials: [],
  options: [],
  ...more,
});
const shares = (more: Partial<Question>) => Object.fromEntries(sharesOf(question(more)));

describe("shares", () => {
  it("are parts of a hundred, those that are not told equal parts of the rest", () => {
    expect(shares({ options: [option("a", 40), option("b"), option("c")] })).toEqual({
      a: 0.4,
      b: 0.3,
      c: 0.3,
    });
    expect(shares({ options: [option("a"), option("b")] })).toEqual({ a: 0.5, b: 0.5 });
  });

  it("count those who have none, where that is an answer", () => {
    expect(shares({ options: [option("a", 20)], none: "没有", none_share: 80 })).toEqual({
      a: 0.2,
      [NONE]: 0.8,
    });
    expect(shares({ options: [option("a", 20)], none: "没有" })[NONE]).toBe(0.8);
    expect(shares({ options: [option("a", 20)], none_share: 80 })).toEqual({ a: 0.2 });
  });

  it("are lessened where together they are more than a hundred", () => {
    expect(shares({ options: [option("a", 150), option("b", 50), option("c")] })).toEqual({
      a: 0.75,
      b: 0.25,
      c: 0,
    });
  });
});

describe("chances", () => {
  const chances = createChances(pack.interview, createAnswerReader(pack.interview, names));
  const school = (id: string) => (value: unknown) => value === id;

  it("are the shares of the answers that hold", () => {
    expect(chances("school", school("专科"))).toBeCloseTo(0.3);
    expect(chances("school", () => true)).toBeCloseTo(1);
    expect(chances("school", () => false)).toBe(0);
  });

  it("of a further thing are lessened by the share of those who have one", () => {
    expect(chances("school.2", school("专科"))).toBeCloseTo(0.3 * 0.15);
  });

  it("take part of a range where it holds for a part of its months", () => {
    const atLeast = (months: number) => (value: unknown) =>
      Number((value as number[])[0]) >= months;
    const half = chances("work_years", atLeast(90)) - chances("work_years", atLeast(120));
    expect(half).toBeCloseTo(0.11);
    expect(chances("work_years", atLeast(120))).toBeCloseTo(0.08);
    expect(chances("work_years", atLeast(10_000))).toBe(0);
  });

  it("are none for what nobody asks", () => {
    expect(chances("shoe_size", () => true)).toBe(0);
  });
});
