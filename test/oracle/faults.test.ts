import { describe, expect, it } from "vitest";
import { createAssess } from "../../src/assess.ts";
import { names, pack } from "../quanmeiti-pack.ts";
import { byEvaluator, byOracle } from "./comparison.ts";
import { FEW } from "./enumeration.ts";
import { faults } from "./faults.ts";

const spoken = FEW.map((profile) => [profile, byOracle(profile)] as const);

/** Whether the few profiles show that the rules are not the notice's. */
function seen(rules: typeof pack.eligibility): boolean {
  const assess = createAssess({ ...pack, eligibility: rules }, names, () => "2026-05-20");
  return spoken.some(([profile, oracle]) => byEvaluator(assess, profile) !== oracle);
}

/** 三级(6) is never certain, so what is moved from doubtful to certain in it changes nothing. */
const HARMLESS = [
  "三级(6) schools with 成人高等教育",
  "三级(6) schools with 境外学历",
  "三级(6) statuses with unclear",
];

const all = faults(pack.eligibility);

describe("the oracle", () => {
  it("has nothing to say of the rules as they are", () => {
    expect(seen(pack.eligibility)).toBe(false);
  });

  it("sees every figure, name and word that is wrong in them", { timeout: 120_000 }, () => {
    const unseen = all.filter(({ rules }) => !seen(rules)).map(({ what }) => what);
    process.stdout.write(`${all.length} faults in the rules, ${unseen.length} of no effect\n`);
    expect(all.length).toBeGreaterThan(200);
    expect(unseen).toEqual(HARMLESS);
  });

  it.each([
    "四级(1) years 6.00",
    "四级(1) occupations without related",
    "四级(2) years_after 2.92",
    "四级(2) occupations with own",
    "四级(2) unsure_occupations without own",
    "四级(3) schools without 技工院校",
    "四级(3) statuses with studying",
    "四级(3) unsure_schools without 成人高等教育",
    "三级(1) years 9.92",
    "三级(2) unsure_levels without 三级",
    "三级(3) grades with middle",
    "三级(4) unsure_schools without 技师学院",
    "三级(5) any of its parts",
    "三级(5) without part 1",
    "三级(6) certain",
    "age borderline_months 2.00",
    "minimum_education a refusal",
    "minimum_education minimum 初中",
  ])("is tried on %s", (what) => {
    expect(all.map((fault) => fault.what)).toContain(what);
  });
});
