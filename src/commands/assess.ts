import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { assessInputSchema } from "../profile.ts";
import { answerLines } from "./lines.ts";

/** The `assess` command: JSON lines in, verdicts out. */
export async function assessLines(
  assess: (line: unknown) => unknown,
  input: Readable,
  output: Writable,
): Promise<number> {
  await answerLines(input, output, assess);
  return 0;
}

export function printSchema(): string {
  return JSON.stringify(z.toJSONSchema(assessInputSchema, { io: "input" }), null, 2);
}
