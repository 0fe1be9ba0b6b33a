import type { FastifyInstance } from "fastify";

/**
 * Headers that keep browsers from guessing types, telling addresses, framing the page or caching conversations.
 * @param framers origins that may show the page in a frame
 */
export function protect(app: FastifyInstance, framers: readonly string[]): void {
  const headers = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": [
      "default-src 'self'",
      "img-src 'self' data:", // the pictures in weui's stylesheet
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      ["frame-ancestors 'self'", ...framers].join(" "),
    ].join("; "),
  };
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headers);
    // an address can be written in many ways (/%61pi/), its route in one
    if ((request.routeOptions.url ?? request.url).startsWith("/api/"))
      reply.header("cache-control", "no-store");
    done();
  });
}
