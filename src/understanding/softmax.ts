import type { Vectors } from "./space.ts";

/** The classes of one target, from a column of a row to before another. */
interface Head {
  readonly from: number;
  readonly to: number;
}

/** Softmax regressions over the same vectors. Plain data. */
export interface Weights {
  readonly heads: readonly Head[];
  /** Where the row of each feature begins in `weights`, or NO_ROW where no example has the feature. */
  readonly rows: Int32Array;
  /** In steps: what is kept is rounded to whole ones, which halves what a message has to read of them. */
  readonly weights: Float32Array | Int16Array;
  readonly step: number;
  readonly bias: Float32Array;
}

export const NO_ROW = -1;

/**
 * How likely each class of a text is, those of each of the targets together 1.
 * @param at which of the vectors; the first by default
 * @returns always the same array, which the next call overwrites
 */
export type Softmax = (vectors: Vectors, at?: number) => Float64Array;

/** What is less likely than this (as a logarithm) counts as impossible, which spares most of the work. */
const LEAST_EXPONENT = -9;

export function createSoftmax({ heads, rows, weights, step, bias }: Weights): Softmax {
  const odds = new Float64Array(bias.length);
  const rowsOf = createRowsOf(rows, step);
  return (vectors, at = 0) => {
    for (let column = 0; column < odds.length; column++) odds[column] = bias[column] as number;
    addRows(odds, weights, rowsOf(vectors, at));
    for (const { from, to } of heads) softmax(odds, from, to);
    return odds;
  };
}

/** Rows of weights, and how much each counts. */
interface Rows {
  readonly starts: Int32Array;
  readonly values: Float64Array;
  readonly count: number;
}

/** @returns the rows of a vector's features, in arrays that the next call overwrites */
function createRowsOf(rows: Int32Array, step: number): (vectors: Vectors, at: number) => Rows {
  let starts = new Int32Array(0);
  let values = new Float64Array(0);
  return ({ starts: begins, index, weight }, at) => {
    const [from, to] = [begins[at] as number, begins[at + 1] as number];
    if (to - from > starts.length) {
      starts = new Int32Array(2 * (to - from));
      values = new Float64Array(starts.length);
    }
    let count = 0;
    for (let n = from; n < to; n++) {
      const row = rows[index[n] as number] as number;
      if (row === NO_ROW) continue;
      starts[count] = row;
      values[count++] = (weight[n] as number) * step;
    }
    return { starts, values, count };
  };
}

/** Adds rows to the scores of the classes. */
function addRows(scores: Float64Array, weights: Weights["weights"], rows: Rows): void {
  const { starts, values, count } = rows;
  let n = 0;
  for (; n + 3 < count; n += 4) addFour(scores, weights, rows, n);
  for (; n < count; n++) {
    const [row, value] = [starts[n] as number, values[n] as number];
    for (let column = 0; column < scores.length; column++)
      scores[column] = (scores[column] as number) + (weights[row + column] as number) * value;
  }
}

/** Four rows at once, so that a score is read and written once for all of them: a third of the time is saved. */
function addFour(
  scores: Float64Array,
  weights: Weights["weights"],
  { starts, values }: Rows,
  n: number,
): void {
  const [a, b] = [starts[n] as number, starts[n + 1] as number];
  const [c, d] = [starts[n + 2] as number, starts[n + 3] as number];
  const [ofA, ofB] = [values[n] as number, values[n + 1] as number];
  const [ofC, ofD] = [values[n + 2] as number, values[n + 3] as number];
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
