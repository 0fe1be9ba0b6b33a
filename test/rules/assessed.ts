import { createAssess } from "../../src/assess.ts";
import type { AssessOutput, Profile } from "../../src/profile.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const assess = createAssess(pack, names, () => "2026-05-20");

export function assessed(facts: Profile): AssessOutput {
  return assess({ facts });
}

/** A grown-up with 高中: both general requirements hold, no condition does. */
export const ADULT: Profile = { age: 25, highest_education: "高中" };

/** Where one condition ends, such as 四级(2): met, unsure or unmet. */
export function standing(condition: string, facts: Profile): "met" | "unsure" | "unmet" {
  const level = assessed({ ...ADULT, ...facts }).levels[condition.slice(0, 2)];
  if (level?.met.includes(condition)) return "met";
  if (level?.unsure.includes(condition)) return "unsure";
  if (level?.unmet.includes(condition)) return "unmet";
  throw new Error(`assess says nothing of ${condition}`);
}

export function verdict(level: "四级" | "三级", facts: Profile): string | undefined {
  return assessed({ ...ADULT, ...facts }).levels[level]?.verdict;
}

/** Years as people write months with two decimals: 59 months are 4.92. */
export function inYears(months: number): number {
  return Math.round((months / 12) * 100) / 100;
}

/** A month too few, exactly enough, a month more. */
export function around(years: number): readonly [less: number, exact: number, more: number] {
  return [inYears(years * 12 - 1), years, inYears(years * 12 + 1)];
}
