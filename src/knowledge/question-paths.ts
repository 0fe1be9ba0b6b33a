import { each } from "./report.ts";
import type { Question } from "./schemas/dialog.ts";
import type { EligibilityRules, Requirement, Test } from "./schemas/eligibility.ts";
import { attempt } from "./sound-parts.ts";

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

export function typesFor(fact: string): readonly Question["type"][] | undefined {
  return QUESTION_PATHS[fact];
}

/** Months at which some condition on this fact turns, as far as the conditions are sound. */
export function thresholds(rules: EligibilityRules, fact: string): number[] {
  const found = new Set<number>();
  const visit = ({ requires }: { requires: Requirement }): void =>
    eachTurn(requires, fact, (months) => void found.add(months));
  attempt(
    () => each(rules.requirements, [], visit),
    () => each(rules.conditions, [], visit),
  );
  return [...found].filter((months) => months > 0);
}

function eachTurn(tree: Requirement, fact: string, tell: (months: number) => void): void {
  const nested = (part: Requirement): void => eachTurn(part, fact, tell);
  if ("all" in tree) each(tree.all, [], nested);
  if ("any" in tree) each(tree.any, [], nested);
  if (!("all" in tree || "any" in tree)) for (const months of turnsOf(tree, fact)) tell(months);
}

/** Months at which a test of this fact turns. */
export function turnsOf(tree: Test, fact: string): number[] {
  if ("age" in tree && fact === "age")
    return [tree.age.years * 12, tree.age.years * 12 - tree.age.borderline_months];
  if ("work" in tree && fact === "work.months") return [tree.work.years * 12];
  if ("certificate" in tree && fact.startsWith("certificates."))
    return [tree.certificate.years_after * 12];
  if ("title" in tree && fact.startsWith("titles.")) return [tree.title.years_after * 12];
  return [];
}
