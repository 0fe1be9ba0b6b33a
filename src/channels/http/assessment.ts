import { z } from "zod";
import { assessInputSchema, assessOutputSchema } from "../../profile.ts";
import type { Routes } from "./zod-routes.ts";

/** Described by their schemas, checked by `assess` itself, which says what is wrong in its own words. */
const profileSchema = z.unknown().meta({ describedBy: assessInputSchema });
const assessedSchema = z.unknown().meta({ describedBy: assessOutputSchema });

/** @param assess throws InvalidProfile for what is no profile */
export function assessmentRoutes(routes: Routes, assess: (profile: unknown) => unknown): void {
  const schema = {
    summary: "Assesses one profile; nothing is kept",
    body: profileSchema,
    response: { 200: assessedSchema },
  };
  routes.post("/api/assess", { schema }, async (request) => assess(request.body));
}
