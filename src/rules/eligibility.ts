import type { Condition, Unobtained } from "../knowledge/schemas/eligibility.ts";
import type { Candidate } from "./candidate.ts";
import {
  type Finding,
  type Grade,
  type Ground,
  NO,
  UNSURE,
  YES,
  all,
  any,
  clamp,
  groundsOf,
} from "./grade.ts";
import { type RuleBook, evaluate } from "./tests.ts";

export const VERDICTS = ["not_eligible", "needs_confirmation", "eligible"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One condition or general requirement, and what it turned on. */
export interface Checked {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly grade: Grade;
  /** A question that was not asked could still move it. */
  readonly open: boolean;
  /** Every fact that was weighed, those that hold too. */
  readonly grounds: readonly Ground[];
  /** It would be met, but the notice never decides it by itself: why. */
  readonly because?: string;
}

export interface Assessment {
  readonly verdict: Verdict;
  /** No fact that is still open can move what the requirements and conditions come to. */
  readonly decided: boolean;
  readonly conditions: readonly Checked[];
  readonly requirements: readonly Checked[];
  /** The notice's own conditions are not known: why the verdict can only be confirmed. */
  readonly unobtained?: Unobtained;
}

/** One level as far as it is decided: `whole` is its verdict. */
export interface Examined {
  readonly whole: Finding;
  readonly requirements: readonly Finding[];
  readonly conditions: readonly { readonly condition: Condition; readonly finding: Finding }[];
}

/**
 * The verdict for one level: every general requirement and any one condition. Facts still open count
 * as not met. Where the conditions were not obtained, it must be confirmed, whatever those listed say.
 */
export function assess(book: RuleBook, level: string, who: Candidate): Assessment {
  const found = examine(book, level, who);
  const barred = found.requirements.some((finding) => finding.low === NO);
  const unobtained = book.eligibility.unobtained.find((one) => one.level === level);
  return {
    ...(unobtained && { unobtained }),
    verdict: unobtained ? "needs_confirmation" : VERDICTS[found.whole.low],
    decided: found.whole.low === found.whole.high,
    requirements: book.eligibility.requirements.map((general, index) =>
      checked(general, found.requirements[index] as Finding, false),
    ),
    conditions: found.conditions.map(({ condition, finding }) =>
      checked(condition, finding, barred),
    ),
  };
}

/** Evaluates every requirement and condition of a level, open facts included. */
export function examine(book: RuleBook, level: string, who: Candidate): Examined {
  const requirements = book.eligibility.requirements.map((general) => {
    const finding = evaluate(general.requires, who, book);
    return general.at_worst ? clamp(finding, UNSURE, YES) : finding;
  });
  const conditions = book.eligibility.conditions
    .filter((condition) => condition.level === level)
    .map((condition) => {
      const finding = evaluate(condition.requires, who, book);
      return { condition, finding: condition.at_best ? clamp(finding, NO, UNSURE) : finding };
    });
  const ways = any(conditions.map(({ finding }) => finding));
  return { whole: all([...requirements, ways]), requirements, conditions };
}

/** What a level comes to, in short: the verdict, and the grade of every rule by its id. */
export interface Standing {
  readonly verdict: Verdict;
  readonly grades: ReadonlyMap<string, Grade>;
}

/** The same as {@link assess}, without the grounds. */
export function standing(book: RuleBook, level: string, who: Candidate): Standing {
  const { whole, requirements, conditions } = examine(book, level, who);
  const barred = requirements.some(({ low }) => low === NO);
  return {
    verdict: VERDICTS[whole.low],
    grades: new Map([
      ...book.eligibility.requirements.map(
        ({ id }, at) => [id, requirements[at]?.low ?? NO] as const,
      ),
      ...conditions.map(
        ({ condition, finding }) => [condition.id, barred ? NO : finding.low] as const,
      ),
    ]),
  };
}

function checked(
  rule: { id: string; clause: string; title: string; because?: string | undefined },
  finding: Finding,
  barred: boolean,
): Checked {
  const grade = barred ? NO : finding.low;
  const uncapped =
    finding.parts.length === 1 ? (finding.parts[0]?.low ?? finding.low) : finding.low;
  return {
    id: rule.id,
    clause: rule.clause,
    title: rule.title,
    grade,
    open: finding.low !== finding.high,
    grounds: groundsOf(finding),
    ...(grade === UNSURE &&
      uncapped === YES &&
      rule.because !== undefined && { because: rule.because }),
  };
}
