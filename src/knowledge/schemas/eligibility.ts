import { z } from "zod";

/** How a named occupation stands to the lists of the notice; `unclear`: the notice does not decide it. */
export const MATCHES = ["own", "related", "unclear", "unlisted"] as const;
export const matchSchema = z.enum(MATCHES);
export type Match = z.infer<typeof matchSchema>;

export const STATUSES = ["graduated", "final_year", "studying", "unclear"] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

export const GRADES = ["junior", "middle", "senior"] as const;
export const titleGradeSchema = z.enum(GRADES);
export type TitleGrade = z.infer<typeof titleGradeSchema>;

const years = z.number().min(0);
const named = z.array(z.string()).min(1);

/** The smallest tests that a condition is built from. Years are full years; `unsure_…`: the notice leaves it open. */
const testSchema = z.union([
  z.strictObject({
    age: z.strictObject({ years, borderline_months: z.number().int().min(0) }),
  }),
  z.strictObject({ education: z.strictObject({ minimum: z.string() }) }),
  z.strictObject({ work: z.strictObject({ years, occupations: z.array(matchSchema).min(1) }) }),
  z.strictObject({
    certificate: z.strictObject({
      levels: named,
      unsure_levels: named.optional(),
      occupations: z.array(matchSchema).min(1),
      unsure_occupations: z.array(matchSchema).optional(),
      years_after: years,
    }),
  }),
  z.strictObject({
    title: z.strictObject({
      grades: z.array(titleGradeSchema).min(1),
      unsure_grades: z.array(titleGradeSchema).optional(),
      years_after: years,
    }),
  }),
  z.strictObject({
    diploma: z.strictObject({
      schools: named,
      unsure_schools: named.optional(),
      statuses: z.array(statusSchema).min(1),
    }),
  }),
]);
export type Test = z.infer<typeof testSchema>;

/** A tree of tests: `all` of them, `any` of them, or one. */
export type Requirement = Test | { all: Requirement[] } | { any: Requirement[] };
const requirementSchema: z.ZodType<Requirement> = z.lazy(() =>
  z.union([
    testSchema,
    z.strictObject({ all: z.array(requirementSchema).min(1) }),
    z.strictObject({ any: z.array(requirementSchema).min(1) }),
  ]),
);

const ruled = { clause: z.string(), title: z.string(), requires: requirementSchema };

/** Holds for every level; where it fails, no condition helps, unless it is `at_worst: unsure`. */
const generalSchema = z.strictObject({
  id: z.string(),
  ...ruled,
  at_worst: z.literal("unsure").optional(),
  /** Where it can be looked up: ids of links.yaml. */
  links: z.array(z.string()).default([]),
});

/** One numbered way to be eligible for a level. */
const conditionSchema = z.strictObject({
  id: z.string(),
  level: z.string(),
  ...ruled,
  at_best: z.literal("unsure").optional(),
  /** Why it is never certain, told to the candidate; goes with `at_best`. */
  because: z.string().min(1).optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/**
 * A level whose conditions were not obtained as its notice states them. Whatever stands for it among the
 * conditions is a guide and no more, so its verdict is always that it must be confirmed.
 */
const unobtainedSchema = z.strictObject({
  level: z.string(),
  clause: z.string(),
  /** Why, told to the candidate. */
  because: z.string().min(1),
  /** What to ask about it. */
  ask: z.string().min(1),
});
export type Unobtained = z.infer<typeof unobtainedSchema>;

export const eligibilitySchema = z.strictObject({
  requirements: z.array(generalSchema),
  conditions: z.array(conditionSchema),
  unobtained: z.array(unobtainedSchema).default([]),
});
export type EligibilityRules = z.infer<typeof eligibilitySchema>;
