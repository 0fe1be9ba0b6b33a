import { describe, expect, it } from "vitest";
import type { FactValue, Facts } from "../../machines/words.ts";
import { createGuide } from "../../src/rules/guide.ts";
import { names, pack } from "../quanmeiti-pack.ts";
import { ANSWERS, verdictsOf } from "./answer-space.ts";
import { bySamples, canChange, otherVerdict } from "./completions.ts";
import { inAnyOrder, inOrder } from "./interviews.ts";

const guide = createGuide(pack, names);
const INTERVIEWS = 6_000;
const A_WHILE = 180_000;

interface Found {
  readonly superfluous: string[];
  readonly tooEarly: string[];
  readonly asked: Set<string>;
  ends: number;
}

/** Follows every partial interview and notes where the guide is wrong, with the facts. */
function follow(interviews: Iterable<Facts>): Found {
  const found: Found = { superfluous: [], tooEarly: [], asked: new Set(), ends: 0 };
  for (const facts of interviews) {
    const next = guide.nextQuestion(facts);
    if (next === undefined) {
      found.ends++;
      const other = otherVerdict(facts);
      if (other) found.tooEarly.push(`${JSON.stringify(facts)} but ${JSON.stringify(other)}`);
    } else {
      found.asked.add(next);
      if (!canChange(next, facts)) found.superfluous.push(`${next} ${JSON.stringify(facts)}`);
    }
  }
  return found;
}

describe("the questions of the self-assessment", () => {
  it("fall into things of which only the grades matter to a verdict", () => {
    const questions = [...ANSWERS.keys()];
    for (let at = 0; at < 2000; at++) {
      const facts = Object.fromEntries(
        questions.map((id, place): [string, FactValue] => {
          const answers = ANSWERS.get(id) ?? [];
          return [id, answers[(at * (place * 7 + 3) + place) % answers.length] ?? null];
        }),
      );
      expect([JSON.stringify(facts), verdictsOf(bySamples(facts))]).toEqual([
        JSON.stringify(facts),
        verdictsOf(facts),
      ]);
    }
  });

  it(
    "are asked in order only while they can change a verdict, until none can",
    () => {
      const found = follow(inOrder(guide, INTERVIEWS));
      expect(found.superfluous).toEqual([]);
      expect(found.tooEarly).toEqual([]);
      expect(found.ends).toBeGreaterThan(400);
      expect([...found.asked].toSorted()).toEqual(
        [...ANSWERS.keys()].filter((id) => id !== "target").toSorted(),
      );
    },
    A_WHILE,
  );

  it(
    "do not end too early when much is told at once or changed in the middle",
    () => {
      const { tooEarly, ends } = follow(inAnyOrder(guide, INTERVIEWS));
      expect(tooEarly).toEqual([]);
      expect(ends).toBeGreaterThan(400);
    },
    A_WHILE,
  );

  it(
    "are none that cannot matter when much is told at once or changed in the middle",
    () => {
      const { superfluous } = follow(inAnyOrder(guide, INTERVIEWS));
      expect(superfluous.slice(0, 5)).toEqual([]);
    },
    A_WHILE,
  );

  it("begin with the level wanted and look at that level only", () => {
    expect(guide.nextQuestion({})).toBe("target");
    const graduate = {
      age: "over",
      school: "专科",
      status: "graduated",
      major: "listed",
    };
    expect(guide.nextQuestion({ ...graduate, target: "四级" })).toBeUndefined();
    expect(guide.nextQuestion({ ...graduate, target: "三级" })).toBeDefined();
  });

  it("end at once for someone who is too young", () => {
    expect(guide.nextQuestion({ target: "all", age: "under" })).toBeUndefined();
  });
});
