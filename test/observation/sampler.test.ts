import { expect, test } from "vitest";
import { createSampler } from "../../src/observation/sampler.ts";

test("lets one through a second, and tells how many it left out", () => {
  let time = 0;
  const sample = createSampler(() => time);
  expect([sample(), sample(), sample()]).toEqual([0, undefined, undefined]);
  time = 999;
  expect(sample()).toBeUndefined();
  time = 1000;
  expect([sample(), sample()]).toEqual([3, undefined]);
  time = 10_000;
  expect(sample()).toBe(1);
});
