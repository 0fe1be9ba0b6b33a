import { EventEmitter, once } from "node:events";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { HttpParts } from "../../../src/channels/http/server.ts";
import { StoreError } from "../../../src/store/store.ts";
import { expectProblem, jsonOf, useServer } from "./served.ts";

const { serve, servers, get, say, store } = useServer();
const apiSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

describe("operation", () => {
  test("healthz tells that the process lives, readyz that it can serve", async () => {
    expect(await jsonOf(await get("/healthz"))).toEqual({ status: "alive" });
    expect(await jsonOf(await get("/readyz"))).toEqual({ status: "ready" });
    const down = { ...store(), ping: () => Promise.reject(new StoreError("full")) };
    const there = await serve({ store: down });
    expect((await get("/healthz", {}, there)).status).toBe(200);
    const refused = await get("/readyz", {}, there);
    expect(refused.headers.get("retry-after")).toBe("5");
    await expectProblem(refused, 503);
  });

  test("metrics count by route, method and status", async () => {
    await say({ text: "a" });
    await get("/nowhere/1");
    const told = await get("/metrics");
    expect(told.headers.get("content-type")).toMatch(/^text\/plain/);
    const metrics = await told.text();
    expect(metrics).toMatch(/_count\{method="POST",route="\/api\/turns",status="200"\} 1/);
    expect(metrics).toMatch(/_count\{method="GET",route="none",status="404"\} 1/);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  test("openapi.json describes every route of the API from its schemas", async () => {
    const api = apiSchema.parse(await jsonOf(await get("/openapi.json")));
    expect(api.openapi).toBe("3.1.0");
    const routes = Object.entries(api.paths).map(([route, methods]) => [
      route,
      Object.keys(methods),
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      "/api/turns": ["post"],
      "/api/conversations": ["post"],
      "/api/conversation": ["get", "delete"],
      "/api/assess": ["post"],
      "/api/receipt": ["post"],
      "/api/clauses": ["get"],
      "/healthz": ["get"],
      "/readyz": ["get"],
    });
    expect(api.paths["/api/conversations"]?.["post"]).toMatchObject({
      requestBody: { required: false },
    });
    expect(api.paths["/api/assess"]?.["post"]).toMatchObject({ requestBody: { required: true } });
    expect(api.paths["/api/turns"]?.["post"]).toMatchObject({
      parameters: [{ in: "header", name: "idempotency-key" }],
      requestBody: {
        required: true,
        content: { "application/json": { schema: { anyOf: [{}, {}] } } },
      },
      responses: {
        "200": { content: { "application/json": { schema: { required: ["state", "replies"] } } } },
        default: { content: { "application/problem+json": { schema: { type: "object" } } } },
      },
    });
  });

  test("every answer carries the protecting headers", async () => {
    const config = {
      PUBLIC_URL: undefined,
      EMBED_ORIGINS: ["https://a.example", "https://b.example"],
    };
    const there = await serve({ config });
    for (const answer of [
      await get("/", {}, there),
      await get("/no", {}, there),
      await say({}, {}, there),
    ]) {
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("content-security-policy")).toContain(
        "frame-ancestors 'self' https://a.example https://b.example",
      );
    }
    expect((await get("/")).headers.get("content-security-policy")).toMatch(
      /frame-ancestors 'self'$/,
    );
  });

  test("close() waits for the requests in hand", async () => {
    const started = new EventEmitter();
    const finish = new EventEmitter();
    const turn: HttpParts["turn"] = async () => {
      started.emit("now");
      await once(finish, "now");
      return { event: "E", state: "done", replies: [] };
    };
    const there = await serve({ turn });
    const said = say({ text: "a" }, {}, there);
    await once(started, "now");
    const closed = servers.at(-1)?.close();
    finish.emit("now");
    expect(await jsonOf(await said)).toEqual({ state: "done", replies: [] });
    await closed;
    await expect(fetch(there)).rejects.toThrow();
  });
});
