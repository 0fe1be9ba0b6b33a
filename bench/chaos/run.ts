import type { Experiment, Outcome } from "./experiment.ts";
import { lmdbConcurrency, redisConcurrency } from "./experiments/concurrency.ts";
import { lmdbCrashes, redisCrashes } from "./experiments/crashes.ts";
import { failover, failoverWaiting } from "./experiments/failover.ts";
import { redisFaults } from "./experiments/redis-faults.ts";
import { printOutcome, printVerdict } from "./report.ts";

const EXPERIMENTS: readonly Experiment[] = [
  redisConcurrency,
  lmdbConcurrency,
  redisCrashes,
  lmdbCrashes,
  redisFaults,
  failover,
  failoverWaiting,
];

const json = process.argv.includes("--json");
const only = valueOf("--only") ?? "";
const extent = {
  quick: process.argv.includes("--quick"),
  seed: Number(valueOf("--seed") ?? Date.now() % 1_000_000),
};

const done: (Omit<Experiment, "run"> & Outcome & { readonly seconds: number })[] = [];
for (const { run, ...told } of EXPERIMENTS.filter(({ name }) => name.includes(only))) {
  const began = performance.now();
  const outcome = await run(extent);
  const seconds = Math.round((performance.now() - began) / 1000);
  done.push({ ...told, seconds, ...outcome });
  if (!json) printOutcome({ ...told, seconds, ...outcome });
}
const violated = done.filter(({ violations }) => violations.length > 0).map(({ name }) => name);
const summary = { ...extent, seconds: Math.round(performance.now() / 1000), violated };
if (json) process.stdout.write(`${JSON.stringify({ ...summary, experiments: done })}\n`);
else printVerdict(summary);
process.exitCode = violated.length === 0 ? 0 : 1;

function valueOf(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at === -1 ? undefined : process.argv[at + 1];
}
