import { expect, test } from "vitest";
import { licences } from "./licences.ts";

/** They ask for no more than to be named. */
const PERMISSIVE = new Set([
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "MIT AND Apache-2.0",
]);

test("every package in use has a permissive licence", () => {
  const found = licences();
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ licence }) => !PERMISSIVE.has(licence))).toEqual([]);
});
