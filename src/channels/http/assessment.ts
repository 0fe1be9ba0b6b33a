import { z } from "zod";
import type { Routes } from "./zod-routes.ts";

const profileSchema = z.unknown().describe("a profile, as `wenkao assess --schema` describes it");
const assessedSchema = z
  .unknown()
  .describe("the verdict on each level, as `wenkao assess` prints it");

/** @param assess throws InvalidProfile for what is no profile */
export function assessmentRoutes(routes: Routes, assess: (profile: unknown) => unknown): void {
  const schema = {
    summary: "Assesses one profile; nothing is kept",
    body: profileSchema,
    response: { 200: assessedSchema },
  };
  routes.post("/api/assess", { schema }, async (request) => assess(request.body));
}
