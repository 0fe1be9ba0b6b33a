import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyAnswers } from "../../src/understanding/learned-answers.ts";
import { learned, pack } from "../quanmeiti-pack.ts";

const { classify } = classifyAnswers(pack, learned.answers);

test("a text is judged the same after one that is much longer, and after one that is shorter", () => {
  const short = "四级考试要准备点啥呀";
  const long = [...pack.answers.values()].map(({ title }) => title).join("，"); // of many features
  const [once, longOnce] = [classify(short), classify(long)];
  expect(once.guesses.length).toBeGreaterThan(1);
  expect(classify(short)).toEqual(once);
  expect(classify(long)).toEqual(longOnce);
  expect(classify(short)).toEqual(once);
});

test("guesses come best first, and what is ruled out makes way for those behind it, in their order", () => {
  const text = fc.constantFrom(
    ...[...pack.answers.values()].map(({ title }) => `请问${title}这个`),
  );
  fc.assert(
    fc.property(text, fc.array(fc.nat(5)), (asked, places) => {
      const all = classify(asked).guesses.map(({ label }) => label);
      const ruledOut = new Set(places.map((place) => all[place]));
      const left = classify(asked, (label) => !ruledOut.has(label)).guesses;
      const sure = left.map(({ confidence }) => confidence);
      expect(sure).toEqual(sure.toSorted((a, b) => b - a));
      const kept = all.filter((label) => !ruledOut.has(label));
      expect(left.map(({ label }) => label).slice(0, kept.length)).toEqual(kept);
      expect(left.length).toBeLessThanOrEqual(6);
      expect(sure.reduce((sum, one) => sum + one, 0)).toBeLessThan(1 + 1e-9);
    }),
  );
});
