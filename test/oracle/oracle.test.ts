import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAssess } from "../../src/assess.ts";
import { names, pack } from "../quanmeiti-pack.ts";
import { byEvaluator, byOracle, compared } from "./comparison.ts";
import { profiles } from "./enumeration.ts";
import { EXPECTED_DISAGREEMENTS } from "./expected-disagreements.ts";
import { namedProfiles } from "./named-profiles.ts";
import { anyProfile } from "./random-profiles.ts";

const assess = createAssess(pack, names, () => "2026-05-20");

function told(what: string, { count, outcomes, expected }: ReturnType<typeof compared>): void {
  process.stdout.write(
    `${what}: ${count} profiles, ${outcomes} outcomes, ${expected} expected disagreements\n`,
  );
}

describe("the oracle and the evaluator agree", () => {
  it(
    "on every combination of boundary values, in less than 30 seconds",
    { timeout: 120_000 },
    () => {
      const before = process.cpuUsage();
      const found = compared(assess, profiles());
      // The processor's own seconds, as the machine may be shared.
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      told(`${seconds.toFixed(1)} s`, found);
      expect(found.disagreements).toEqual([]);
      expect(found.count).toBeGreaterThan(150_000);
      expect(found.outcomes).toBeGreaterThan(1_000);
      expect(seconds).toBeLessThan(30);
    },
  );

  it("on the names of the notice and those that the gaps speak of", () => {
    const found = compared(assess, namedProfiles());
    told("by name", found);
    expect(found.disagreements).toEqual([]);
    expect(found.count).toBeGreaterThan(1_000);
  });

  it("on ten thousand profiles of any kind", () => {
    const some = fc.sample(anyProfile, { seed: 2026, numRuns: 10_000 });
    const found = compared(assess, some);
    told("at random", found);
    expect(found.disagreements).toEqual([]);
    expect(found.count).toBe(10_000);
    expect(found.outcomes).toBeGreaterThan(300);
  });
});

describe("an expected disagreement", () => {
  it.each(EXPECTED_DISAGREEMENTS)("is still one: $why", ({ example, touches }) => {
    expect(touches(example)).toBe(true);
    expect(byEvaluator(assess, example), "mended: take it off the list").not.toBe(
      byOracle(example),
    );
  });
});
