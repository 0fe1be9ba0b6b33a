/** Three values, ordered: what is certain to fail, what must be confirmed, what is certain to hold. */
export const NO = 0;
export const UNSURE = 1;
export const YES = 2;
export type Grade = typeof NO | typeof UNSURE | typeof YES;

const ASPECTS = [
  "age",
  "education",
  "work_years",
  "work_occupation",
  "certificate_level",
  "certificate_occupation",
  "certificate_years",
  "title_grade",
  "title_field",
  "title_years",
  "school",
  "status",
  "major",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** The smallest thing that is weighed: one fact of one thing. */
export interface Ground {
  readonly about: Aspect;
  readonly grade: Grade;
  /** The figure asked for, in years or as a name, where there is one. */
  readonly need?: string | undefined;
  /** Which of several things it is about, from 0; absent where it is about none, or about all of them. */
  readonly place?: number | undefined;
  /** Months told or added up, where months are weighed: surely, and at most. */
  readonly months?: readonly [from: number, to: number] | undefined;
}

/**
 * How far a requirement is decided: it lies between `low` and `high`, whatever the open facts turn
 * out to be. The parts of a `turn` are asked for one after the other: a later one means nothing
 * before the earlier ones are known.
 */
export interface Finding {
  readonly low: Grade;
  readonly high: Grade;
  readonly of: "all" | "any" | "turn" | "leaf";
  readonly parts: readonly Finding[];
  /** Of a leaf: what it weighed. */
  readonly ground?: Ground;
  /** Of an open leaf: the fact that decides it further, and what a value of it would come to. */
  readonly ask?: string;
  readonly weigh?: (value: unknown) => Grade;
}

/** Holds when every part holds. */
export function all(parts: readonly Finding[], of: "all" | "turn" = "all"): Finding {
  let [low, high]: [Grade, Grade] = [YES, YES];
  for (const part of parts) {
    if (part.low < low) low = part.low;
    if (part.high < high) high = part.high;
  }
  return { of, parts, low, high };
}

/** Holds when any part holds; without parts it does not. */
export function any(parts: readonly Finding[]): Finding {
  let [low, high]: [Grade, Grade] = [NO, NO];
  for (const part of parts) {
    if (part.low > low) low = part.low;
    if (part.high > high) high = part.high;
  }
  return { of: "any", parts, low, high };
}

/** Raises a finding to at least, or lowers it to at most, a limit. */
export function clamp(finding: Finding, least: Grade, most: Grade): Finding {
  const fit = (grade: Grade): Grade => (grade < least ? least : grade > most ? most : grade);
  return { of: "all", parts: [finding], low: fit(finding.low), high: fit(finding.high) };
}

/** What a finding turned on, as far as it was told: of several ways the closest. */
export function groundsOf(finding: Finding): Ground[] {
  if (finding.ask !== undefined) return [];
  if (finding.ground) return [finding.ground];
  if (finding.of === "any") {
    const closest = closestOf(finding.parts);
    return closest ? groundsOf(closest) : [];
  }
  return finding.parts.flatMap(groundsOf);
}

/** Of several ways the one that is furthest, then the one with the least that is missing. */
function closestOf(ways: readonly Finding[]): Finding | undefined {
  return ways.toSorted((a, b) => b.low - a.low || missing(a) - missing(b))[0];
}

/** How much of a way does not hold, or was not told. */
function missing(finding: Finding): number {
  if (finding.ask !== undefined) return 1;
  if (finding.ground) return finding.ground.grade === YES ? 0 : 1;
  if (finding.of !== "any") return finding.parts.reduce((sum, part) => sum + missing(part), 0);
  const closest = closestOf(finding.parts);
  return closest ? missing(closest) : 0;
}
