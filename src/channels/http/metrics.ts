import { Histogram, type Registry, collectDefaultMetrics } from "prom-client";
import type { Routes } from "./zod-routes.ts";

/** Seconds. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

declare module "fastify" {
  interface FastifyContextConfig {
    /** Stands in the metrics for a route whose path is a secret. */
    readonly metricName?: string;
  }
}

/** Times every request, and tells at /metrics all that the registry has, and what Node tells of itself. */
export function metricsRoutes(routes: Routes, registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "wenkao_http_request_duration_seconds",
    help: "How long requests took, by route",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  routes.addHook("onResponse", ({ method, routeOptions }, { statusCode, elapsedTime }, done) => {
    // the route and not the address, because addresses are endless and may be personal
    const { metricName: route = routeOptions.url ?? "none" } = routeOptions.config;
    duration.observe({ method, route, status: statusCode }, elapsedTime / 1000);
    done();
  });
  routes.get("/metrics", { schema: { hide: true } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
