import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Answers each line of JSON with one line of JSON, in order; a line that cannot be read is answered with its error. */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: unknown) => unknown,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    await write(output, `${JSON.stringify(answerLine(line, answer))}\n`);
  }
}

function answerLine(line: string, answer: (line: unknown) => unknown): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
    return answer(parsed);
  } catch (error) {
    return { id: idOf(parsed), error: error instanceof Error ? error.message : String(error) };
  }
}

function idOf(parsed: unknown): unknown {
  return typeof parsed === "object" && parsed !== null && "id" in parsed ? parsed.id : null;
}

/** Waits where the reader is slower than we are. */
export async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await new Promise<void>((resolve) => void output.once("drain", resolve));
}
