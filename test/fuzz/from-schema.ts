import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";

/** What we read of a JSON Schema. */
const schemaShape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
});

/** Words that a candidate might send, and what breaks parsers. */
export const texts: Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("valueOf", "constructor", "__proto__", "toString", "hasOwnProperty", "NaN", "-0"),
  fc
    .array(
      fc.constantFrom(
        ..."四级三级报名费多少钱我大专毕业干了两年半零一个月2026-05-20岁不清楚返回重新开始#12%,.“”\u0000\u202E\uD800".split(
          "",
        ),
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom("年", "(", "9", "不", "a ", "二"), fc.integer({ min: 1, max: 3000 }))
    .map(([part, times]) => part.repeat(times)),
);

const ofType: Readonly<Record<string, Arbitrary<unknown>>> = {
  string: texts,
  number: fc.double(),
  integer: fc.integer(),
  boolean: fc.boolean(),
  null: fc.constant(null),
  array: fc.array(fc.jsonValue(), { maxLength: 5 }),
  object: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 }),
};

/** JSON of any kind, `__proto__` among it. */
export const anyJson: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  texts,
  fc.constant(JSON.parse('{"__proto__":{"text":"a"},"constructor":{"prototype":{}}}')),
);

/** Values that follow a schema, but for one in ten parts, which is any JSON. */
export function fromSchema(schema: unknown): Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: following(schema) }, { weight: 1, arbitrary: anyJson });
}

function following(given: unknown): Arbitrary<unknown> {
  const { success, data: schema } = schemaShape.safeParse(given);
  if (!success) return anyJson;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromSchema));
  if (schema.properties) {
    const properties = Object.entries(schema.properties);
    const model = Object.fromEntries(properties.map(([name, part]) => [name, fromSchema(part)]));
    return fc.record(model, { requiredKeys: schema.required ?? [] });
  }
  if (schema.type === "array") return fc.array(fromSchema(schema.items), { maxLength: 6 });
  if (schema.pattern !== undefined)
    return fc.oneof(fc.stringMatching(new RegExp(schema.pattern, "u")), texts);
  return fc.oneof(...[schema.type ?? "object"].flat().map((type) => ofType[type] ?? anyJson));
}
