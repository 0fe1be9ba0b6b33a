import type { Config } from "../../config.ts";
import type { Routes } from "./zod-routes.ts";

/** Headers that keep browsers from guessing types, telling addresses, framing the page or caching conversations. */
export function protect(routes: Routes, { EMBED_ORIGINS }: Pick<Config, "EMBED_ORIGINS">): void {
  const headers = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": [
      "default-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      ["frame-ancestors 'self'", ...EMBED_ORIGINS].join(" "),
    ].join("; "),
  };
  routes.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
}
