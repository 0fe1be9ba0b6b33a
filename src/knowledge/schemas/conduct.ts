import { z } from "zod";
import { unknown } from "./lists.ts";

const name = z.string().min(1);

/** What a described act may come to beside a tier: nothing, or "it depends" on what was not said. */
export const OUTCOMES: readonly string[] = ["none", "depends"];

export const conductSchema = z.strictObject({
  unknown,
  tiers: z.array(z.strictObject({ id: name, clause: name, title: name, consequence: name })),
  rules: z.array(z.strictObject({ id: name, tier: name, clause: name, title: name })),
});
export type Conduct = z.infer<typeof conductSchema>;
