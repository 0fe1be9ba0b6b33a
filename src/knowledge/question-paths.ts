import type { Question } from "./schemas/dialog.ts";
import type { EligibilityRules, Requirement } from "./schemas/eligibility.ts";

/** The facts that a question may ask for, those of a list before the dot, and the types that suit each. */
export const QUESTION_PATHS: Readonly<Record<string, readonly Question["type"][]>> = {
  target: ["target"],
  age: ["age"],
  "diplomas.school": ["school"],
  "diplomas.status": ["status"],
  "diplomas.major": ["major"],
  "work.match": ["occupation"],
  "work.months": ["duration"],
  "certificates.level": ["certificate_level"],
  "certificates.match": ["occupation"],
  "certificates.months_after": ["duration"],
  "titles.grade": ["title_grade"],
  "titles.months_after": ["duration"],
};

/** Months at which some condition on this fact turns. */
export function thresholds(rules: EligibilityRules, fact: string): number[] {
  const found = [...rules.requirements, ...rules.conditions].flatMap(({ requires }) =>
    turns(requires, fact),
  );
  return [...new Set(found)].filter((months) => months > 0);
}

function turns(tree: Requirement, fact: string): number[] {
  if ("all" in tree) return tree.all.flatMap((part) => turns(part, fact));
  if ("any" in tree) return tree.any.flatMap((part) => turns(part, fact));
  if ("age" in tree && fact === "age")
    return [tree.age.years * 12, tree.age.years * 12 - tree.age.borderline_months];
  if ("work" in tree && fact === "work.months") return [tree.work.years * 12];
  if ("certificate" in tree && fact.startsWith("certificates."))
    return [tree.certificate.years_after * 12];
  if ("title" in tree && fact.startsWith("titles.")) return [tree.title.years_after * 12];
  return [];
}
