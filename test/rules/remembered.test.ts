import { expect, test } from "vitest";
import type { Facts } from "../../machines/words.ts";
import { remembered } from "../../src/rules/remembered.ts";

test("the same facts told in the same order are looked at once, whoever told them", () => {
  const seen: Facts[] = [];
  const find = remembered((facts) => (seen.push(facts), Object.keys(facts).at(-1)));
  const told = [{}, { a: "1" }, { a: "1", b: null }, { b: null, a: "1" }];
  for (const facts of [...told, ...told])
    expect(find({ ...facts })).toBe(Object.keys(facts).at(-1));
  expect(seen).toEqual(told);
});

test("only so many are kept, those that are asked for again the longest", () => {
  let looked = 0;
  const find = remembered(() => String((looked += 1)));
  find({ often: "yes" });
  for (let at = 0; at < 50_000; at++) {
    find({ at: String(at) });
    find({ often: "yes" });
  }
  expect(looked).toBe(50_001);
  expect(find({ at: "0" })).toBe("50002");
});
