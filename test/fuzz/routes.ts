import fc, { type Arbitrary } from "fast-check";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { anyJson, fromSchema, texts } from "./from-schema.ts";

const openapiShape = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        requestBody: z
          .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
          .optional(),
      }),
    ),
  ),
});

interface Asked {
  readonly method: "GET" | "POST" | "DELETE" | "PUT" | "OPTIONS" | "HEAD";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

export interface Fuzz {
  readonly name: string;
  readonly inputs: Arbitrary<unknown>;
  /** Throws where the input does harm. */
  readonly take: (input: never) => unknown;
}

/** One fuzz for every route of the OpenAPI document, and one for the addresses that it leaves out. */
export async function fuzzRoutes(app: FastifyInstance, token: string): Promise<Fuzz[]> {
  const { paths } = openapiShape.parse((await app.inject("/openapi.json")).json());
  const take = async (asked: Asked): Promise<void> => {
    const { statusCode, body } = await app.inject(asked);
    if (statusCode >= 500) throw new Error(`${asked.method} ${asked.url}: ${statusCode} ${body}`);
  };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]): Fuzz => {
      const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
      const inputs = asking(fc.constant(path), fc.constant(method.toUpperCase()), schema, token);
      return { name: `${method.toUpperCase()} ${path}`, inputs, take };
    }),
  );
  const method = fc.constantFrom("GET", "POST", "DELETE", "PUT", "OPTIONS", "HEAD");
  return [
    ...described,
    { name: "other addresses", inputs: asking(others, method, {}, token), take },
  ];
}

const others = fc.oneof(
  fc.constantFrom("/", "/r", "/metrics", "/embed.js", "/manifest.webmanifest", "/openapi.json"),
  texts.map((text) => `/calendar/${encoded(text)}`),
  fc.webPath(),
  texts.map((text) => `/${encoded(text)}`),
  fc.constantFrom(
    "/%",
    "/../../etc/passwd",
    "//",
    "/assets/..%2f..%2fpackage.json",
    "/%61pi/turns",
  ),
);

function asking(
  path: Arbitrary<string>,
  method: Arbitrary<string>,
  schema: unknown,
  token: string,
): Arbitrary<unknown> {
  const payload = fc.oneof(
    { weight: 6, arbitrary: fromSchema(schema).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: anyJson.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: texts },
  );
  const query = fc.oneof(
    fc.constant(""),
    fc.webQueryParameters().map((text) => `?${text}`),
  );
  return fc
    .record({ path, query, method, headers: headersOf(token), payload: fc.option(payload) })
    .map(({ path: where, query: what, payload: body, ...rest }) => {
      const sends = body !== null && rest.method !== "GET" && rest.method !== "HEAD";
      return { ...rest, url: (where || "/") + what, ...(sends && { payload: body }) };
    });
}

/** No line breaks: Node lets none through. */
const printable = fc
  .string({ unit: "binary-ascii", maxLength: 140 })
  .map((text) => text.replaceAll(/[^\x20-\x7e]/gu, "~"));

function headersOf(token: string): Arbitrary<Record<string, string>> {
  const type = fc.oneof(
    { weight: 8, arbitrary: fc.constant("application/json") },
    { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/json; charset=utf-7", "") },
    { weight: 1, arbitrary: printable },
  );
  const bearer = fc.oneof(
    fc.constant(`Bearer ${token}`),
    printable.map((text) => `Bearer ${text}`),
    printable,
  );
  return fc.record(
    {
      "content-type": type,
      authorization: bearer,
      "idempotency-key": printable,
      cookie: printable.map((text) => `wenkao=${text}`),
      origin: fc.oneof(fc.webUrl(), printable),
      "x-forwarded-for": printable,
      accept: printable,
    },
    { requiredKeys: ["content-type"] },
  );
}

function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, ""));
}
