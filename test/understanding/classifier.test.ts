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
