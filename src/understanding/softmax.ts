import type { Vectors } from "./space.ts";

/** The classes of one target, from a column of a row to before another. */
interface Head {
  readonly from: number;
  readonly to: number;
}

/** Softmax regressions over the same vectors. Plain data. */
export interface Weights {
  readonly heads: readonly Head[];
  /** Where the row of each feature begins in `weights`; those that no example has share one, of zeros. */
  readonly rows: Int32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * How likely each class of a text is, those of each of the targets together 1.
 * @param at which of the vectors; the first by default
 * @returns always the same array, which the next call overwrites
 */
export type Softmax = (vectors: Vectors, at?: number) => Float64Array;

/** What is less likely than this (as a logarithm) counts as impossible, which spares most of the work. */
const LEAST_EXPONENT = -9;

export function createSoftmax({ heads, rows, weights, bias }: Weights): Softmax {
  const odds = new Float64Array(bias.length);
  return (vectors, at = 0) => {
    odds.set(bias);
    addRows(odds, weights, rows, vectors, at);
    for (const { from, to } of heads) softmax(odds, from, to);
    return odds;
  };
}

/** Adds the rows of a vector's features, by their weights. */
function addRows(
  scores: Float64Array,
  weights: Float32Array,
  rows: Int32Array,
  { starts, index, weight }: Vectors,
  at: number,
): void {
  const end = starts[at + 1] as number;
  let n = starts[at] as number;
  for (; n + 3 < end; n += 4) addFour(scores, weights, rows, index, weight, n);
  for (; n < end; n++) {
    const [row, value] = [rows[index[n] as number] as number, weight[n] as number];
    for (let column = 0; column < scores.length; column++)
      scores[column] = (scores[column] as number) + (weights[row + column] as number) * value;
  }
}

/** Four rows at once, so that a score is read and written once for all of them: a third of the time is saved. */
function addFour(
  scores: Float64Array,
  weights: Float32Array,
  rows: Int32Array,
  index: Int32Array,
  weight: Float64Array,
  n: number,
): void {
  const [a, b] = [rows[index[n] as number] as number, rows[index[n + 1] as number] as number];
  const [c, d] = [rows[index[n + 2] as number] as number, rows[index[n + 3] as number] as number];
  const [ofA, ofB] = [weight[n] as number, weight[n + 1] as number];
  const [ofC, ofD] = [weight[n + 2] as number, weight[n + 3] as number];
  for (let at = 0; at < scores.length; at++)
    scores[at] =
      (scores[at] as number) +
      (weights[a + at] as number) * ofA +
      (weights[b + at] as number) * ofB +
      (weights[c + at] as number) * ofC +
      (weights[d + at] as number) * ofD;
}

function softmax(scores: Float64Array, from: number, to: number): void {
  let top = -Infinity;
  for (let at = from; at < to; at++) top = Math.max(top, scores[at] as number);
  let sum = 0;
  for (let at = from; at < to; at++) {
    const below = (scores[at] as number) - top;
    sum += scores[at] = below < LEAST_EXPONENT ? 0 : Math.exp(below);
  }
  for (let at = from; at < to; at++) scores[at] = (scores[at] as number) / sum;
}
