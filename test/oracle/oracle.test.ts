import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAssess } from "../../src/assess.ts";
import { names, pack } from "../quanmeiti-pack.ts";
import { compared } from "./comparison.ts";
import { profiles } from "./enumeration.ts";
import { namedProfiles } from "./named-profiles.ts";
import { anyProfile } from "./random-profiles.ts";

const assess = createAssess(pack, names, () => "2026-05-20");

function told(what: string, { count, outcomes }: ReturnType<typeof compared>): void {
  process.stdout.write(`${what}: ${count} profiles, ${outcomes} outcomes\n`);
}

describe("the oracle and the evaluator agree", () => {
  it("on every combination of boundary values", { timeout: 400_000 }, () => {
    const before = process.cpuUsage();
    const found = compared(assess, profiles());
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    told(`${seconds.toFixed(1)} s`, found);
    expect(found.disagreements).toEqual([]);
    expect(found.count).toBeGreaterThan(150_000);
    expect(found.outcomes).toBeGreaterThan(1_000);
  });

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
