import { expect, test } from "vitest";
import { fuzzAll } from "./fuzzing.ts";

test("nothing that comes in leads to a 5xx or a throw", async () => {
  expect(await fuzzAll({ route: 60, parser: 60 })).toBeGreaterThan(900);
});
