/** Three values, ordered: what is certain to fail, what must be confirmed, what is certain to hold. */
export const NO = 0;
export const UNSURE = 1;
export const YES = 2;
export type Grade = typeof NO | typeof UNSURE | typeof YES;

/** One thing that a finding turned on. */
export interface Ground {
  readonly about: Aspect;
  readonly grade: Grade;
  /** The figure asked for, in years or as a name, where there is one. */
  readonly need?: string;
}

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

/**
 * How far a requirement is decided: it lies between `low` and `high`, whatever the open facts turn
 * out to be. `ask` is the question that decides a leaf further.
 */
export interface Finding {
  readonly low: Grade;
  readonly high: Grade;
  readonly of: "all" | "any" | "leaf";
  readonly parts: readonly Finding[];
  readonly ask?: string;
  readonly grounds: readonly Ground[];
}

function worst(grades: readonly Grade[]): Grade {
  return grades.reduce((least, grade) => (grade < least ? grade : least), YES as Grade);
}

function best(grades: readonly Grade[]): Grade {
  return grades.reduce((most, grade) => (grade > most ? grade : most), NO as Grade);
}

/** Holds when every part holds. */
export function all(parts: readonly Finding[]): Finding {
  return {
    of: "all",
    parts,
    low: worst(parts.map((part) => part.low)),
    high: worst(parts.map((part) => part.high)),
    grounds: parts.flatMap((part) => part.grounds),
  };
}

/** Holds when any part holds; without parts it does not. */
export function any(parts: readonly Finding[]): Finding {
  return {
    of: "any",
    parts,
    low: best(parts.map((part) => part.low)),
    high: best(parts.map((part) => part.high)),
    grounds: closest(parts)?.grounds ?? [],
  };
}

/** Raises a finding to at least, or lowers it to at most, `limit`. */
export function clamp(finding: Finding, least: Grade, most: Grade): Finding {
  const fit = (grade: Grade): Grade => (grade < least ? least : grade > most ? most : grade);
  return {
    ...finding,
    of: "all",
    parts: [finding],
    low: fit(finding.low),
    high: fit(finding.high),
  };
}

function closest(parts: readonly Finding[]): Finding | undefined {
  return parts.toSorted((a, b) => b.low - a.low || failing(a) - failing(b))[0];
}

function failing(finding: Finding): number {
  return finding.grounds.filter((ground) => ground.grade !== YES).length;
}
