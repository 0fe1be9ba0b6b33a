import fastify from "fastify";
import { expect, test } from "vitest";
import { z } from "zod";
import { ZOD_ONLY, useZod } from "../../../src/channels/http/zod-routes.ts";

const ROUTE = {
  method: "POST" as const,
  url: "/",
  schema: { body: z.strictObject({ text: z.string() }) },
  handler: () => ({ text: "ok" }),
};

test("a route with a schema that nobody checks is refused at the start", async () => {
  const app = fastify({ schemaController: ZOD_ONLY });
  app.route(ROUTE);
  await expect(app.ready()).rejects.toThrow("call useZod");
});

test("with useZod its schema is checked", async () => {
  const app = fastify({ schemaController: ZOD_ONLY });
  useZod(app).route(ROUTE);
  const ask = (payload: object) => app.inject({ method: "POST", url: "/", payload });
  expect((await ask({ text: "四级" })).statusCode).toBe(200);
  expect((await ask({ texts: "四级" })).statusCode).toBe(400);
});
