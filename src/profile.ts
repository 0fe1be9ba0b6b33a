import { z } from "zod";
import { conditionSchema } from "./blocks.ts";

const nullish = <T extends z.ZodType>(schema: T) => schema.nullable().optional();
const years = z.number().min(0).max(80).describe("years, decimal: 4.92 is 4 years 11 months");
const date = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, "a date is YYYY-MM or YYYY-MM-DD")
  .describe("overlaps of dated jobs count once");
const match = z
  .string()
  .describe(
    "own, related, unlisted or unclear; anything else counts as unclear; wins over the name",
  );
const after = nullish(years).describe("years worked since it was obtained");

/** The facts of one candidate as `assess` takes them: eval form, every key optional, null is unknown. */
export const profileSchema = z.looseObject({
  age: nullish(z.number().min(0).max(130)),
  highest_education: nullish(z.string()),
  work: nullish(
    z.array(
      z.looseObject({
        occupation: nullish(z.string()),
        years: nullish(years).describe("where it is given, from and to are not used"),
        from: nullish(date),
        to: nullish(date).describe("null or absent: it goes on"),
        match: nullish(match),
      }),
    ),
  ),
  internship_years: nullish(years),
  education: nullish(
    z.array(
      z.looseObject({
        school_type: nullish(z.string()),
        major: nullish(z.string()),
        major_match: nullish(z.string()).describe(
          "listed, unlisted or unclear; wins over the name",
        ),
        status: nullish(z.string()).describe("graduated, final_year, studying or unclear"),
      }),
    ),
  ),
  certificates: nullish(
    z.array(
      z.looseObject({
        occupation: nullish(z.string()),
        level: nullish(z.string()),
        years_worked_after: after,
        match: nullish(match),
      }),
    ),
  ),
  title: nullish(
    z.looseObject({
      name: nullish(z.string()),
      years_worked_after: after,
      field_match: nullish(z.string()).describe("match, unlisted or unclear"),
    }),
  ),
});
export type Profile = z.infer<typeof profileSchema>;

export const assessInputSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  asOf: z.iso.date().optional(),
  facts: profileSchema,
});

const verdict = z.enum(["eligible", "not_eligible", "needs_confirmation"]);
const ids = z.array(z.string());
export const assessOutputSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  levels: z.record(
    z.string(),
    z.object({
      verdict,
      met: ids,
      unsure: ids,
      unmet: ids,
      because: z.string().optional().describe("why the conditions themselves are not known"),
      conditions: z.array(conditionSchema).describe("each condition and what it turned on"),
      ways: z
        .array(
          z.object({
            condition: z.string(),
            clause: z.string(),
            changes: z.array(
              z.object({
                kind: z.string(),
                years: z.number().optional(),
                months: z.number().optional().describe("still missing"),
                level: z.string().optional(),
              }),
            ),
            date: z.string().optional().describe("where time alone does it and work goes on"),
          }),
        )
        .describe("the nearest ways to meet a condition, the nearest first"),
    }),
  ),
  requirements: z
    .object({ met: ids, unsure: ids, unmet: ids })
    .describe("what holds for every level, such as the age"),
  contradictions: ids.describe("keys of facts that cannot all be true, such as age and work"),
  pack: z.object({ id: z.string(), version: z.number() }),
  expired: z.boolean().describe("asOf lies outside the days that the pack is valid for"),
  ignored: ids.describe("keys of facts that are not understood and were not used"),
});
export type AssessOutput = z.infer<typeof assessOutputSchema>;
