import { expect, test } from "vitest";
import { createMemo } from "../src/memo.ts";

test("a key is looked for once, even where nothing is found", () => {
  const memo = createMemo<string | undefined>(4);
  let looked = 0;
  const find = () => void (looked += 1);
  expect([memo("a", find), memo("a", find), memo("b", find)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(looked).toBe(2);
});

test("at most twice as many are kept as have to be, those asked for last", () => {
  const memo = createMemo<number>(10);
  for (let at = 0; at < 1000; at++) {
    memo(`${at}`, () => at);
    memo("often", () => at);
  }
  expect(memo("often", () => -1)).toBe(0);
  for (let at = 991; at < 1000; at++) expect(memo(`${at}`, () => -1)).toBe(at);
  for (const at of [0, 500, 979]) expect(memo(`${at}`, () => -1)).toBe(-1);
});
