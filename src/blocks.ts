import { z } from "zod";

const text = z
  .array(z.string())
  .describe("the same in plain words, a line each; none where there is nothing to say");

const reasonSchema = z.object({
  about: z.string().describe("what was weighed, such as major or work_years"),
  grade: z.enum(["met", "unsure", "unmet"]),
  text: z.string().optional().describe("what keeps it from being met"),
  facts: z
    .array(z.object({ id: z.string(), label: z.string(), value: z.string() }))
    .describe("what was told of it"),
});

export const conditionSchema = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  grade: z.enum(["met", "unsure", "unmet"]),
  asked: z.boolean().describe("false: not all of it was asked, as it changes no verdict"),
  reasons: z.array(reasonSchema),
  because: z.string().optional().describe("why it is never certain"),
});

const tableSchema = z.object({
  type: z.literal("table"),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  text: text.optional().describe("in plain words, where these are not the rows themselves"),
});

const verdictSchema = z.object({
  type: z.literal("verdict"),
  level: z.string(),
  verdict: z.enum(["eligible", "not_eligible", "needs_confirmation"]),
  title: z.string(),
  requirements: z.array(conditionSchema),
  conditions: z.array(conditionSchema),
  because: z.string().optional().describe("why the conditions themselves are not known"),
  text,
  ways: z.array(z.string()).describe("what would change it, a line each; the first is a heading"),
});

const pointSchema = z.object({
  id: z.enum(["apply", "exam", "results"]),
  label: z.string(),
  when: z.string().describe("in the words of the notice: no day is worked out from it"),
  note: z.string().optional(),
  clause: z.string(),
});

const timelineSchema = z.object({
  type: z.literal("timeline"),
  rows: z.array(
    z.object({
      month: z.string().describe("to apply in, YYYY-MM; its dates are at /calendar/YYYY-MM.ics"),
      points: z.array(pointSchema),
    }),
  ),
  text,
});

/** The strongest first. */
export const MARKS = ["matched", "also", "possible"] as const;
const markSchema = z
  .enum(MARKS)
  .optional()
  .describe("what was done falls here; may touch this too; or may fall here, as it depends");
/** How a rule or a tier stands to an act. */
export type Mark = (typeof MARKS)[number];

const ruleSchema = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  mark: markSchema,
});

const tierSchema = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  consequence: z.string(),
  mark: markSchema.describe("the strongest of its rules"),
  rules: z.array(ruleSchema).describe("all of them, or those marked alone; see verdict"),
});

const conductSchema = z.object({
  type: z.literal("conduct"),
  tiers: z.array(tierSchema).describe("the whole scale, in the order of the notice"),
  verdict: z
    .enum(["none", "depends", "tier", "all"])
    .describe("nothing is marked; possible ones are; what matched is; the scale itself is shown"),
  text,
});

const progressSchema = z.object({
  type: z.literal("progress"),
  told: z.array(
    z.object({
      label: z.string(),
      value: z.string(),
      change: z.string().describe("a choice: send it back as `choice` to tell it anew"),
    }),
  ),
  left: z
    .object({ least: z.int(), most: z.int() })
    .optional()
    .describe("how many questions are still to come, this one included, where that is known"),
  text,
});

/** One part of a reply that a channel may draw in its own way. */
export const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), text: z.string() }),
  tableSchema,
  z.object({ type: z.literal("steps"), items: z.array(z.string()) }),
  z.object({
    type: z.literal("card"),
    title: z.string(),
    lines: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  verdictSchema,
  timelineSchema,
  conductSchema,
  progressSchema,
]);
