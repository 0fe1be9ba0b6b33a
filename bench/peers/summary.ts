import { type Running, type Stored, TOLD, type TurnTaken } from "./rounds.ts";

/** One contestant, over all rounds but those that warm up. */
export interface Summary {
  readonly name: string;
  /** CPU µs a turn, the mean of all fifty, round by round. */
  readonly rounds: readonly number[];
  /** Its median. */
  readonly cpu: number;
  readonly turns: readonly TurnTold[];
  /** Of its process in MB, at the end. */
  readonly resident: number;
}
interface TurnTold {
  readonly turn: number;
  /** CPU µs, round by round and at the median. */
  readonly rounds: readonly number[];
  readonly cpu: number;
  readonly perSecond: number;
  /** In ms. */
  readonly p50: number;
  readonly p99: number;
  readonly stored: Stored | undefined;
}

export function summary(
  { contestant, child }: Running,
  all: readonly TurnTaken[][],
  warmUps: number,
): Summary {
  const [first = []] = all;
  const counted = all.slice(warmUps);
  const rounds = counted.map((taken) => mean(taken.map(({ cpu }) => cpu)));
  const turns = TOLD.map((turn) => {
    const taken = counted.flatMap((every) => every.filter((one) => one.turn === turn));
    const latencies = taken.flatMap((one) => one.latencies);
    return {
      turn,
      rounds: taken.map(({ cpu }) => cpu),
      cpu: median(taken.map(({ cpu }) => cpu)),
      perSecond: median(taken.map(({ perSecond }) => perSecond)),
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
      stored: first.find((one) => one.turn === turn)?.stored,
    };
  });
  return { name: contestant.name, rounds, cpu: median(rounds), turns, resident: child.resident() };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}
