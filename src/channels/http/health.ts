import { z } from "zod";
import type { Store } from "../../store/store.ts";
import type { Routes } from "./zod-routes.ts";

export function healthRoutes(routes: Routes, store: Pick<Store, "ping">): void {
  const alive = z.object({ status: z.literal("alive") }).describe("the process runs");
  routes.get(
    "/healthz",
    { schema: { summary: "Is it alive", response: { 200: alive } } },
    async () => {
      return { status: "alive" as const };
    },
  );

  const ready = z
    .object({ status: z.literal("ready") })
    .describe("turns can be answered and stored");
  routes.get(
    "/readyz",
    { schema: { summary: "Can it serve", response: { 200: ready } } },
    async () => {
      await store.ping();
      return { status: "ready" as const };
    },
  );
}
