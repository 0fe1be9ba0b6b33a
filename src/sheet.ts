import { z } from "zod";
import { conditionSchema } from "./blocks.ts";

const toldSchema = z.object({ label: z.string(), value: z.string() });

const levelSchema = z.object({
  level: z.string(),
  verdict: z
    .enum(["eligible", "needs_confirmation", "not_eligible", "undecided"])
    .describe("undecided: the rules ask for more now"),
  title: z.string(),
  requirements: z.array(conditionSchema).describe("all of these must hold"),
  conditions: z.array(conditionSchema).describe("one of these is enough"),
  ways: z.array(z.string()).describe("what would change it; the first is a heading"),
});

/** A result that was taken along, assessed by the rules of today: all that a printed sheet shows. */
export const sheetSchema = z
  .object({
    name: z.string().describe("of the evaluation, and who holds it"),
    issued: z.iso.date(),
    until: z.iso.date().describe("the last day on which it opens"),
    pack: z.object({ id: z.string(), version: z.int().describe("when it was issued") }),
    version: z.int().describe("the pack's version now"),
    about: z.array(toldSchema).describe("the days and versions, worded"),
    facts: z.array(toldSchema.extend({ id: z.string() })).describe("what the candidate told"),
    levels: z.array(levelSchema),
    moved: z.array(z.string()).describe("what the rules changed since it was issued, a line each"),
    notes: z.array(z.string()),
    link: z.string().describe("the receipt again"),
    qr: z
      .object({ size: z.int().describe("of the square, quiet zone included"), path: z.string() })
      .describe("the link as a QR code: an SVG path"),
  })
  .describe("a receipt, opened");
export type Sheet = z.infer<typeof sheetSchema>;
