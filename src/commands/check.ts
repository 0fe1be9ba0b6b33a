import { PackFaults, describe, loadPack } from "../knowledge/load.ts";

/** The `check` command: every fault on standard output, a line each; exit code 1 when there is one. */
export function check(directory: string): number {
  try {
    loadPack(directory);
  } catch (error) {
    if (!(error instanceof PackFaults)) throw error;
    process.stdout.write(error.faults.map((fault) => `${describe(fault)}\n`).join(""));
    return 1;
  }
  process.stdout.write("ok\n");
  return 0;
}
