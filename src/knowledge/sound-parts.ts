import { z } from "zod";

/** Thrown by a part of the pack that is refused already: what follows from it must not be told too. */
export class Withheld extends Error {
  override readonly name = "Withheld";
}

/** Runs each step until it is done or meets a withheld part; answers whether all were done. */
export function attempt(...steps: readonly (() => void)[]): boolean {
  return steps.map(isDone).every((done) => done);
}

function isDone(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error instanceof Withheld) return false;
    throw error;
  }
}

/** Puts what `part` gives at `key`; where that is withheld, looking at the key throws {@link Withheld}. */
export function put(target: object, key: string, part: () => unknown): void {
  const place = { enumerable: true, configurable: true };
  const here = attempt(() => Object.defineProperty(target, key, { ...place, value: part() }));
  if (!here) Object.defineProperty(target, key, { ...place, get: withhold });
}

/** @throws {Withheld} */
export function withhold(): never {
  throw new Withheld();
}

/**
 * The parts of `raw` that are sound by themselves, as deep as `schema` goes; looking at another throws {@link Withheld}.
 * @throws {Withheld} where no part is
 */
export function soundParts<T>(schema: z.ZodType<T>, raw: unknown): T {
  const whole = schema.safeParse(raw);
  return whole.success ? whole.data : (partsOf(schema, raw) as T);
}

function partsOf(schema: unknown, raw: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return partsOf(schema.unwrap(), raw);
  if (Array.isArray(raw)) return schema instanceof z.ZodArray ? items(schema, raw) : withhold();
  if (typeof raw !== "object" || raw === null) return withhold();
  const values = raw as Readonly<Record<string, unknown>>;
  return schema instanceof z.ZodRecord ? entries(schema, values) : fields(schema, values);
}

/** One that is too long has sound items all the same; whoever left it empty left something out. */
function items({ element }: z.ZodArray, raw: readonly unknown[]): unknown {
  if (raw.length === 0) return withhold();
  const parts: unknown[] = [];
  raw.forEach((item, index) =>
    put(parts, String(index), () => soundParts(element as z.ZodType, item)),
  );
  return parts;
}

/** With a key that is no name, nobody knows which name is missing. */
function entries(
  { keyType, valueType }: z.ZodRecord,
  raw: Readonly<Record<string, unknown>>,
): unknown {
  const keys = Object.keys(raw);
  if (!keys.every((key) => z.safeParse(keyType, key).success)) return withhold();
  const parts = {};
  for (const key of keys) put(parts, key, () => soundParts(valueType as z.ZodType, raw[key]));
  return parts;
}

/** Where a key is strange, any that is absent may be meant by it. */
function fields(schema: unknown, raw: Readonly<Record<string, unknown>>): unknown {
  const shape = shapeOf(schema, raw);
  const strange = !fits(shape, raw);
  const parts = {};
  for (const [key, field] of Object.entries(shape))
    put(parts, key, () =>
      strange && !Object.hasOwn(raw, key) ? withhold() : soundParts(field as z.ZodType, raw[key]),
    );
  return parts;
}

/** The fields that an object is to have: of several shapes, those of the only one that has all its keys. */
function shapeOf(schema: unknown, raw: object): z.core.$ZodShape {
  const shapes = shapesIn(schema);
  const [shape, ...others] = shapes.length === 1 ? shapes : shapes.filter((one) => fits(one, raw));
  return shape && others.length === 0 ? shape : withhold();
}

function shapesIn(schema: unknown): z.core.$ZodShape[] {
  if (schema instanceof z.ZodLazy) return shapesIn(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesIn);
  return schema instanceof z.ZodObject ? [schema.shape] : [];
}

function fits(shape: z.core.$ZodShape, raw: object): boolean {
  return Object.keys(raw).every((key) => Object.hasOwn(shape, key));
}
