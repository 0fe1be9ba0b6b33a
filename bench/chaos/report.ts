import type { Experiment, Outcome } from "./experiment.ts";
import type { Soaked } from "./soak.ts";

const SHOWN = 5;

/** For people. */
export function printOutcome({
  name,
  claims,
  how,
  seconds,
  figures,
  violations,
}: Omit<Experiment, "run"> & Outcome & { readonly seconds: number }): void {
  print(`${violations.length === 0 ? "holds   " : "VIOLATED"}  ${name}: ${claims}`);
  print(`  ${how}`);
  const told = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
  print(`  ${[...told, `${seconds} s`].join(" · ")}`);
  for (const violation of violations.slice(0, SHOWN)) print(`  ✗ ${violation}`);
  if (violations.length > SHOWN) print(`  ✗ and ${violations.length - SHOWN} more`);
}

export function printVerdict(summary: {
  readonly seed: number;
  readonly seconds: number;
  readonly violated: readonly string[];
}): void {
  const { seed, seconds, violated } = summary;
  print(`seed ${seed}, ${seconds} s: ${violated.length === 0 ? "all hold" : violated.join("; ")}`);
}

export function printSoak({ capacity, intervals, megabytesAnHour, violations }: Soaked): void {
  print(`capacity ${capacity} turns/s; at half of it, by interval:`);
  for (const { turns, p50, p99, megabytes } of intervals)
    print(`  ${turns} turns · p50 ${p50} ms · p99 ${p99} ms · ${megabytes} MB resident`);
  print(`memory over the second half: ${megabytesAnHour} MB an hour`);
  for (const violation of violations.slice(0, SHOWN)) print(`  ✗ ${violation}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
