import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import { z } from "zod";
import { Problem } from "./problems.ts";

/** Lets the types of a route follow from its zod schemas. */
interface ZodTypes extends FastifyTypeProvider {
  readonly validator: this["schema"] extends z.ZodType ? z.output<this["schema"]> : unknown;
  readonly serializer: this["schema"] extends z.ZodType ? z.input<this["schema"]> : unknown;
}

/** The server as routes see it: their schemas are zod's. */
export type Routes = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypes
>;

/** For `fastify`, which else loads Ajv at each start: `useZod` says before any route what checks its schemas. */
export const ZOD_ONLY = { compilersFactory: { buildValidator: none, buildSerializer: none } };

function none(): never {
  throw new Error("http: a route has a schema that is not zod's; call useZod before it is added");
}

/** Makes routes check what comes in, and cut what goes out, by their zod schemas. */
export function useZod(app: FastifyInstance): Routes {
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart = "request" }) => (value: unknown) => {
    const { error, data } = schema.safeParse(value);
    return error ? { error: new Problem(400, `${httpPart}: ${readable(error)}`) } : { value: data };
  });
  // parsing drops what the schema does not name, so nothing internal slips out
  app.setSerializerCompiler<z.ZodType>(({ schema }) => (value: unknown) => {
    return JSON.stringify(schema.parse(value));
  });
  return app.withTypeProvider<ZodTypes>();
}

function readable(error: z.ZodError): string {
  const faults = error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  return faults.join("; ");
}
