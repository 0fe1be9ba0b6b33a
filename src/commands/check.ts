import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPack } from "../knowledge/load.ts";
import { PackFaults, describe } from "../knowledge/pack-faults.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import { type Placed, contradictions } from "../understanding/contradictions.ts";

/**
 * The `check` command: every fault on standard output, a line each; what is no fault, but may mislead,
 * as a warning on standard error.
 * @returns 1 when there is a fault
 */
export function check(directory: string): number {
  try {
    const pack = loadPack(directory);
    process.stdout.write("ok\n");
    for (const { one, other } of contradictions(pack))
      process.stderr.write(
        `warning: ${place(directory, other)} "${other.example}" (${other.answer}) is nearly "${one.example}" (${one.answer}) (keep one of them, or word them apart)\n`,
      );
  } catch (error) {
    if (!(error instanceof PackFaults)) throw error;
    process.stdout.write(error.faults.map((fault) => `${describe(fault)}\n`).join(""));
    return 1;
  }
  return 0;
}

/** `file:line` of an example. */
function place(directory: string, { answer, example }: Placed): string {
  const file = join("answers", `${topicOf(answer)}.yaml`);
  const lines = readFileSync(join(directory, file), "utf8").split("\n");
  const from = lines.indexOf(`- id: ${answer}`);
  const at = lines.findIndex((line, number) => number > from && line.includes(example));
  return `${file}:${at + 1}`;
}
