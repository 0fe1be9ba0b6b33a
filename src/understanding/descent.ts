import { NO_ROW, type Weights, createSoftmax } from "./softmax.ts";
import type { Vectors } from "./space.ts";

/** Texts to learn from. */
export interface Taught {
  readonly vectors: Vectors;
  /** Of each text a number that it has wherever it stands. */
  readonly keys: Int32Array;
  /** Above every index of the vectors. */
  readonly size: number;
}

/** What vectors are told apart by: the class of each, as its place in `names`. */
export interface Targets {
  readonly of: Int32Array;
  readonly names: readonly string[];
}

const EPOCHS = 4;
const FIRST_RATE = 5;
const LAST_RATE = 4;
const BIAS_RATE = 0.02;
const NEGLIGIBLE = 2e-2;

/** Targets, and where their weights stand in a row. */
interface Columns {
  readonly of: Int32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Softmax regressions over the same vectors, trained by stochastic gradient descent. The order hangs on the
 * texts alone: the same examples always give the same weights, however they are arranged, and one more changes
 * little. The weights are the mean over the last epoch, so that no single example decides what comes after it:
 * `late` holds what each step adds too much to the mean, the more the later it comes. What was right without
 * doubt in one epoch is left out of the next.
 */
export function trainSoftmax(
  { vectors, keys, size }: Taught,
  targets: readonly Targets[],
): Weights {
  const heads = columnsOf(targets);
  const width = heads.at(-1)?.to ?? 0;
  const { rows, count: height } = rowsOf(vectors, size, width);
  const weights = new Float32Array(height * width);
  const late = new Float32Array(weights.length);
  const bias = new Float32Array(width);
  const learned: Weights = {
    heads: heads.map(({ from, to }) => ({ from, to })),
    rows,
    weights,
    step: 1,
    bias,
  };
  const oddsOf = createSoftmax(learned);
  const wrong = new Int32Array(width);
  const isKnown = new Uint8Array(keys.length);
  const errorsAt = (at: number): Float64Array => {
    const odds = oddsOf(vectors, at);
    for (const { from, of } of heads) {
      const target = from + (of[at] as number);
      odds[target] = (odds[target] as number) - 1;
    }
    return odds;
  };
  const learn = (at: number, rate: number, share: number): void => {
    const errors = errorsAt(at);
    const count = wrongOnes(errors, wrong);
    isKnown[at] = count === 0 ? 1 : 0;
    for (let one = 0; one < count; one++) {
      const column = wrong[one] as number;
      bias[column] = (bias[column] as number) - BIAS_RATE * (errors[column] as number);
    }
    addTo(weights, -rate, rows, vectors, at, errors, wrong, count);
    if (share > 0) addTo(late, rate * share, rows, vectors, at, errors, wrong, count);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = orderOf(keys, epoch);
    const isLast = epoch === EPOCHS - 1;
    const rate = FIRST_RATE + ((LAST_RATE - FIRST_RATE) * epoch) / (EPOCHS - 1);
    for (let seen = 0; seen < order.length; seen++) {
      const at = order[seen] as number;
      if (isKnown[at] === 1) isKnown[at] = 0;
      else learn(at, rate, isLast ? seen / order.length : 0);
    }
  }
  addAll(weights, late);
  return rounded(learned);
}

/** Where the weights of each feature stand, and how many features have some. */
function rowsOf({ index }: Vectors, size: number, width: number) {
  const rows = new Int32Array(size).fill(NO_ROW);
  let count = 0;
  for (let n = 0; n < index.length; n++)
    if (rows[index[n] as number] === NO_ROW) rows[index[n] as number] = width * count++;
  return { rows, count };
}

/** As many steps as Int16Array tells apart lead from 0 to the largest weight. */
const MOST_STEPS = 2 ** 15 - 1;

function rounded(learned: Weights): Weights {
  const { weights } = learned;
  let most = 0;
  for (let at = 0; at < weights.length; at++)
    most = Math.max(most, Math.abs(weights[at] as number));
  const step = (most || 1) / MOST_STEPS;
  const steps = new Int16Array(weights.length);
  for (let at = 0; at < weights.length; at++)
    steps[at] = Math.round((weights[at] as number) / step);
  return { ...learned, step, weights: steps };
}

function columnsOf(targets: readonly Targets[]): Columns[] {
  let to = 0;
  return targets.map(({ of, names }) => ({ of, from: to, to: (to += names.length) }));
}

/** Classes whose error is negligible are left alone: most are, and it is most of the work. @returns how many are not */
function wrongOnes(errors: Float64Array, wrong: Int32Array): number {
  let count = 0;
  for (let at = 0; at < errors.length; at++)
    if (Math.abs(errors[at] as number) >= NEGLIGIBLE) wrong[count++] = at;
  return count;
}

/** Adds the errors of the first `count` columns of `wrong` to the rows of a vector's features. */
function addTo(
  weights: Float32Array,
  rate: number,
  rows: Int32Array,
  { starts, index, weight }: Vectors,
  at: number,
  errors: Float64Array,
  wrong: Int32Array,
  count: number,
): void {
  const end = starts[at + 1] as number;
  for (let n = starts[at] as number; n < end; n++) {
    const row = rows[index[n] as number] as number;
    const step = rate * (weight[n] as number);
    for (let one = 0; one < count; one++) {
      const column = wrong[one] as number;
      weights[row + column] = (weights[row + column] as number) + step * (errors[column] as number);
    }
  }
}

function addAll(sums: Float32Array, more: Float32Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (more[at] as number);
}

/** More than there are texts. */
const PLACES = 2 ** 20;
/** The golden ratio's: its multiples are far apart. */
const SALT = 0x9e3779b1;

/** Shuffled another way each epoch, by keys alone, so that a text more or less moves no other. */
function orderOf(keys: Int32Array, epoch: number): Int32Array {
  const salt = Math.imul(epoch + 1, SALT);
  const sorted = Float64Array.from(keys, (key, at) => spread(key ^ salt) * PLACES + at).toSorted();
  return Int32Array.from(sorted, (one) => one % PLACES);
}

/** @returns a number of 32 bits, not negative, each bit of which hangs on all of the key's */
function spread(key: number): number {
  let bits = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
