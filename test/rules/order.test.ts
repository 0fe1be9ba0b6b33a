import { describe, expect, it } from "vitest";
import type { Chances } from "../../src/rules/chances.ts";
import { type Finding, NO, UNSURE, YES, all, any } from "../../src/rules/grade.ts";
import { outlook } from "../../src/rules/order.ts";
import { openFacts } from "../../src/rules/relevance.ts";

const CHANCES: Readonly<Record<string, number>> = { rare: 0.1, even: 0.5, likely: 0.9 };
const chances: Chances = (fact) => CHANCES[fact] ?? 0;

const open = (ask: string, high: typeof YES | typeof UNSURE = YES): Finding => ({
  of: "leaf",
  parts: [],
  low: NO,
  high,
  ask,
});
const settled = (grade: typeof NO | typeof UNSURE | typeof YES): Finding => ({
  of: "leaf",
  parts: [],
  low: grade,
  high: grade,
});

function first(finding: Finding): string | undefined {
  return outlook(finding, chances).ask;
}

function relevant(finding: Finding): string[] {
  const found = new Set<string>();
  openFacts(finding, found);
  return [...found];
}

describe("the fact to ask for first", () => {
  it("is the likeliest of ways of which one is enough", () => {
    expect(first(any([open("rare"), open("likely"), open("even")]))).toBe("likely");
  });

  it("is the likeliest to fail of parts that must all hold", () => {
    expect(first(all([open("likely"), open("rare"), open("even")]))).toBe("rare");
  });

  it("weighs what a way promises against the questions that it costs", () => {
    const long = all([open("likely"), open("likely"), open("likely")]);
    expect(first(any([long, open("even")]))).toBe("even");
    expect(first(any([long, open("rare")]))).toBe("likely");
  });

  it("is the head of a thing, then its details one after the other", () => {
    expect(first(all([open("likely"), open("rare")], "turn"))).toBe("likely");
    expect(first(all([settled(YES), open("likely"), open("rare")], "turn"))).toBe("likely");
  });

  it("is none of a way that can lift nothing any more, or that has failed", () => {
    expect(first(any([settled(UNSURE), open("likely", UNSURE), open("rare")]))).toBe("rare");
    expect(first(any([all([settled(NO), open("likely")]), open("rare")]))).toBe("rare");
    expect(first(settled(YES))).toBeUndefined();
    expect(first(any([settled(YES), open("likely")]))).toBeUndefined();
  });

  it("comes with the chance that the whole holds, and the questions to expect", () => {
    const both = outlook(all([open("even"), open("even")]), chances);
    expect(both).toMatchObject({ chance: 0.25, cost: 1.5 });
    const either = outlook(any([open("even"), open("even")]), chances);
    expect(either).toMatchObject({ chance: 0.75, cost: 1.5 });
    expect(outlook(all([settled(UNSURE), open("even")]), chances).chance).toBe(0);
    expect(outlook(settled(YES), chances)).toEqual({ chance: 1, cost: 0 });
  });
});

describe("the facts that can still move a finding", () => {
  it("are those of every part that is open", () => {
    expect(relevant(all([open("a"), any([open("b"), open("c")])]))).toEqual(["a", "b", "c"]);
  });

  it("are not those below what is secured, or above what is capped", () => {
    expect(relevant(any([settled(UNSURE), open("a", UNSURE), open("b")]))).toEqual(["b"]);
    expect(relevant(all([settled(NO), open("a")]))).toEqual([]);
    const capped = all([settled(UNSURE), any([settled(UNSURE), open("a")])]);
    expect(relevant(capped)).toEqual([]);
  });

  it("are the head of a thing alone, and then its details one after the other", () => {
    expect(relevant(all([open("head"), open("a"), open("b")], "turn"))).toEqual(["head"]);
    expect(relevant(all([settled(YES), open("a"), open("b")], "turn"))).toEqual(["a"]);
  });
});
