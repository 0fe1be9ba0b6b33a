import { z } from "zod";

const name = z.string().min(1);

const TIERS = [
  "void_by_clause_1",
  "subject",
  "all_subjects_this_year",
  "ban_2_or_5_years",
] as const;
const tierSchema = z.enum(TIERS);

/** What a described act comes to: a tier, nothing, or "it depends" on what was not said. */
export const outcomeSchema = z.enum([...TIERS, "none", "depends"]);

export const conductSchema = z.strictObject({
  tiers: z
    .array(z.strictObject({ id: tierSchema, clause: name, title: name, consequence: name }))
    .min(1),
  rules: z.array(z.strictObject({ id: name, tier: tierSchema, clause: name, title: name })).min(1),
});
export type Conduct = z.infer<typeof conductSchema>;
