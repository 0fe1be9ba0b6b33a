/** Over all inputs, in µs. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

const WARM_UP_MS = 500;
const MEASURED_MS = 4_000;
/** Reading the clock takes some 50 ns, so that what is short is run several times between two readings. */
const BATCH = 10;
const FEWEST_ROUNDS = 5;

/**
 * Runs `work` on every input in turn, first unmeasured until the code is compiled, then measured round
 * after round. An input's time is the least of its rounds, as whatever else the machine does only adds
 * to it; the quantiles are over the inputs.
 */
export function timed<T>(inputs: readonly T[], work: (input: T) => unknown, batch = BATCH): Times {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until) for (const input of inputs) work(input);
  const least = inputs.map(() => Infinity);
  const end = performance.now() + MEASURED_MS;
  for (let round = 0; round < FEWEST_ROUNDS || performance.now() < end; round++)
    for (const [at, input] of inputs.entries())
      least[at] = Math.min(least[at] ?? Infinity, timeOf(input, work, batch));
  return { median: quantile(least, 0.5), p95: quantile(least, 0.95) };
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? NaN;
}

function timeOf<T>(input: T, work: (input: T) => unknown, batch: number): number {
  const start = process.hrtime.bigint();
  for (let run = 0; run < batch; run++) work(input);
  return Number(process.hrtime.bigint() - start) / 1000 / batch;
}
