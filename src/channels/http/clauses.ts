import { z } from "zod";
import { linkSchema } from "../../message.ts";
import type { Routes } from "./zod-routes.ts";

const clausesSchema = z
  .object({
    notice: z.object({
      title: z.string().optional().describe("as the notice has it, where it is known"),
      issuer: z.string(),
      links: z.array(linkSchema).describe("where the notice sends its readers"),
    }),
    clauses: z.array(
      z.object({
        clause: z.string().describe("as `sources` of a reply name it"),
        summary: z.string().describe("what it says, not in its own words"),
      }),
    ),
  })
  .describe("what a reply may rest on");
export type Clauses = z.infer<typeof clausesSchema>;

/** The same for everybody as long as this process serves, so it may be kept for a while. */
const CACHE = "public, max-age=3600";

export function clauseRoutes(routes: Routes, clauses: Clauses): void {
  const schema = {
    summary: "Shows each clause of the notice with a summary",
    response: { 200: clausesSchema },
  };
  routes.get("/api/clauses", { schema }, async (_, reply) => {
    reply.header("cache-control", CACHE);
    return clauses;
  });
}
