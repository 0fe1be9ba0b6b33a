import swagger from "@fastify/swagger";
import type { FastifyInstance, FastifySchema } from "fastify";
import { z } from "zod";
import { PROBLEM_TYPE, problemSchema } from "./problems.ts";
import type { Routes } from "./zod-routes.ts";

const INFO = {
  title: "Wenkao",
  version: "1",
  description:
    "Answers questions on one vocational skill evaluation notice. The conversation is an HttpOnly cookie, " +
    "or a bearer token of POST /api/conversations. Answers of status 429 and 503 carry Retry-After.",
};

/** Collects the routes that are added from now on. */
export async function collectOpenapi(app: FastifyInstance): Promise<void> {
  const bodyOptional = new Set<string>();
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: INFO,
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
      security: [{}, { bearer: [] }],
    },
    convertConstToEnum: false,
    transform: ({ schema, url }) => {
      if (schema?.body instanceof z.ZodType && shown(schema.body).safeParse(null).success)
        bodyOptional.add(url);
      return { schema: schema === undefined ? {} : inJsonSchema(schema), url };
    },
    transformObject: (written) => {
      if (!("openapiObject" in written)) return written.swaggerObject;
      const { paths } = written.openapiObject;
      for (const url of bodyOptional)
        // the plugin calls every body required
        Object.assign(paths?.[url]?.post?.requestBody ?? {}, { required: false });
      return written.openapiObject;
    },
  });
}

/** Serves the routes collected, as an OpenAPI 3.1 document. */
export function openapiRoute(routes: Routes): void {
  let written: string | undefined; // once for all who ask, as many may ask in one packet and read nothing
  routes.get("/openapi.json", { schema: { hide: true } }, async (_, reply) => {
    written ??= JSON.stringify(routes.swagger());
    return reply.type("application/json; charset=utf-8").send(written);
  });
}

const problem = {
  description: "fault",
  content: { [PROBLEM_TYPE]: { schema: jsonSchema(problemSchema, "output") } },
};

function inJsonSchema({ body, headers, response, ...rest }: FastifySchema) {
  return {
    ...rest,
    ...(body instanceof z.ZodType && { body: jsonSchema(body, "input") }),
    ...(headers instanceof z.ZodType && { headers: jsonSchema(headers, "input") }),
    response: { ...responsesInJsonSchema(response), default: problem },
  };
}

function responsesInJsonSchema(response: unknown): Record<string, unknown> {
  const entries = Object.entries(response ?? {}).filter(
    ([, schema]) => schema instanceof z.ZodType,
  );
  return Object.fromEntries(
    entries.map(([status, schema]) => [status, jsonSchema(schema, "output")]),
  );
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): z.core.JSONSchema.BaseSchema {
  const { $schema: _dialect, ...bare } = z.toJSONSchema(shown(schema), { io });
  return bare;
}

function shown(schema: z.ZodType): z.ZodType {
  const { describedBy } = schema.meta() ?? {};
  return describedBy instanceof z.ZodType ? describedBy : schema;
}
