import type { Experiment, Outcome } from "./experiment.ts";
import { lmdbConcurrency, redisConcurrency } from "./experiments/concurrency.ts";
import { lmdbCrashes, redisCrashes } from "./experiments/crashes.ts";
import { failover, failoverWaiting } from "./experiments/failover.ts";
import { redisFaults } from "./experiments/redis-faults.ts";
import { printOutcome, printSoak, printVerdict } from "./report.ts";
import { soak } from "./soak.ts";

const EXPERIMENTS: readonly Experiment[] = [
  redisConcurrency,
  lmdbConcurrency,
  redisCrashes,
  lmdbCrashes,
  redisFaults,
  failover,
  failoverWaiting,
];

process.setMaxListeners(0); // each process that we start is ended with this one
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const json = process.argv.includes("--json");
const only = valueOf("--only") ?? "";
const SOAK_MINUTES = 30;
const extent = {
  quick: process.argv.includes("--quick"),
  seed: Number(valueOf("--seed") ?? Date.now() % 1_000_000),
};

const holds = process.argv.includes("--soak") ? await soakIt() : await experiment();
process.exitCode = holds ? 0 : 1;

async function soakIt(): Promise<boolean> {
  const soaked = await soak(Number(valueOf("--soak")) || SOAK_MINUTES, extent.seed);
  if (json) process.stdout.write(`${JSON.stringify(soaked)}\n`);
  else printSoak(soaked);
  return soaked.violations.length === 0;
}

async function experiment(): Promise<boolean> {
  const chosen = EXPERIMENTS.filter(
    ({ name, isLong }) => name.includes(only) && !(extent.quick && isLong === true),
  );
  if (chosen.length === 0)
    throw new Error(`nothing is called ${only} here, or it is left out with --quick`);
  const done: (Omit<Experiment, "run"> & Outcome & { readonly seconds: number })[] = [];
  const pile = chosen.values();
  const work = async (): Promise<void> => {
    for (const { run, ...told } of pile) {
      const began = performance.now();
      const outcome = await run(extent);
      const seconds = Math.round((performance.now() - began) / 1000);
      done.push({ ...told, seconds, ...outcome });
      if (!json) printOutcome({ ...told, seconds, ...outcome });
    }
  };
  // two at once where only the verdict counts: one waits while the other works
  await Promise.all(extent.quick ? [work(), work()] : [work()]);
  const violated = done.filter(({ violations }) => violations.length > 0).map(({ name }) => name);
  const summary = { ...extent, seconds: Math.round(performance.now() / 1000), violated };
  if (json) process.stdout.write(`${JSON.stringify({ ...summary, experiments: done })}\n`);
  else printVerdict(summary);
  return violated.length === 0;
}

function valueOf(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at === -1 ? undefined : process.argv[at + 1];
}
