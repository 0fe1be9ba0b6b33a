import { loadPack } from "../knowledge/load.ts";
import { PackFaults } from "../knowledge/pack-faults.ts";
import type { Pack } from "../knowledge/pack.ts";
import { wordComparison } from "../rendering/comparison.ts";
import { comparePacks } from "../rules/comparison.ts";

/**
 * The `diff` command: what a change of the content does to the verdicts.
 * @returns 0 when no verdict is another one, 1 when some is or a level came or went, 2 when a pack has
 * faults, which are told on standard error
 */
export function diff(before: string, after: string): number {
  const [old, now] = [before, after].map(loaded);
  if (!old || !now) return 2;
  const found = comparePacks(old, now);
  process.stdout.write(`${wordComparison(now, found).join("\n")}\n`);
  return found.changed + found.gone.length + found.added.length > 0 ? 1 : 0;
}

function loaded(directory: string): Pack | undefined {
  try {
    return loadPack(directory);
  } catch (error) {
    if (!(error instanceof PackFaults)) throw error;
    process.stderr.write(`wenkao: ${error.message}\n`);
    return undefined;
  }
}
