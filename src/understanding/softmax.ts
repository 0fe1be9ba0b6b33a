/** Sparse weights of a text's features, of length one. */
export interface Vector {
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

/** How likely each class is, together 1. The array is the caller's to keep. */
export type Softmax = (vector: Vector) => Float32Array;

const EPOCHS = 3;
const FIRST_RATE = 5;
const LAST_RATE = 4;
const BIAS_RATE = 0.02;
const NEGLIGIBLE = 1e-3;
/** What is less likely than this (as a logarithm) counts as impossible, which spares most of the work. */
const LEAST_EXPONENT = -9;

/**
 * Softmax regression, trained by stochastic gradient descent in a fixed order: the same examples
 * always give the same weights. They are the mean over the last epoch, so that no single example
 * decides what comes after it: `late` holds what each step adds too much to the mean, the more the later it comes.
 * @param vectors indices below `size`
 * @param targets the class of each vector, from 0 to `classes` - 1
 */
export function trainSoftmax(
  vectors: readonly Vector[],
  targets: readonly number[],
  classes: number,
  size: number,
): Softmax {
  const { rows, local } = localRows(vectors, size);
  const weights = new Float32Array(rows * classes);
  const bias = new Float32Array(classes);
  const scores = new Float32Array(classes);
  const wrong = new Int32Array(classes);
  const data = vectors.map(({ index, weight }, at) => ({
    index: index.map((feature) => (local[feature] as number) * classes),
    weight,
    target: targets[at] as number,
  }));
  const order = Uint32Array.from(data.keys());
  const random = lehmer();
  const late = new Float32Array(weights.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const isLast = epoch === EPOCHS - 1;
    let seen = 0;
    const rate = FIRST_RATE + ((LAST_RATE - FIRST_RATE) * epoch) / (EPOCHS - 1);
    for (const at of order) {
      const { index, weight, target } = data[at] as (typeof data)[number];
      scores.set(bias);
      for (let n = 0; n < index.length; n++)
        addRow(scores, weights, index[n] as number, weight[n] as number);
      softmax(scores);
      scores[target] = (scores[target] as number) - 1;
      const count = wrongOnes(scores, wrong);
      for (let one = 0; one < count; one++) {
        const label = wrong[one] as number;
        bias[label] = (bias[label] as number) - BIAS_RATE * (scores[label] as number);
      }
      addTo(weights, scores, { index, weight }, -rate, wrong, count);
      if (isLast)
        addTo(late, scores, { index, weight }, (rate * seen++) / order.length, wrong, count);
    }
  }
  for (let at = 0; at < late.length; at++)
    weights[at] = (weights[at] as number) + (late[at] as number);
  return ({ index, weight }) => {
    const result = Float32Array.from(bias);
    for (let n = 0; n < index.length; n++) {
      const row = local[index[n] as number] as number;
      if (row >= 0) addRow(result, weights, row * classes, weight[n] as number);
    }
    return softmax(result);
  };
}

/** The features that the examples have, numbered without gaps; -1 for the others. */
function localRows(vectors: readonly Vector[], size: number) {
  const local = new Int32Array(size).fill(-1);
  let rows = 0;
  for (const { index } of vectors)
    for (const feature of index) if (local[feature] === -1) local[feature] = rows++;
  return { rows, local };
}

function addRow(scores: Float32Array, weights: Float32Array, row: number, value: number): void {
  for (let at = 0; at < scores.length; at++)
    scores[at] = (scores[at] as number) + (weights[row + at] as number) * value;
}

function softmax(scores: Float32Array): Float32Array {
  let top = -Infinity;
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at] as number);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const below = (scores[at] as number) - top;
    sum += scores[at] = below < LEAST_EXPONENT ? 0 : Math.exp(below);
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return scores;
}

/** Classes whose error is negligible are left alone: most are, and it is most of the work. @returns how many are not */
function wrongOnes(errors: Float32Array, wrong: Int32Array): number {
  let count = 0;
  for (let at = 0; at < errors.length; at++)
    if (Math.abs(errors[at] as number) >= NEGLIGIBLE) wrong[count++] = at;
  return count;
}

/** Adds the errors of the first `count` classes of `wrong` to the rows of a vector's features. */
function addTo(
  rows: Float32Array,
  errors: Float32Array,
  { index, weight }: Vector,
  rate: number,
  wrong: Int32Array,
  count: number,
): void {
  for (let n = 0; n < index.length; n++) {
    const row = index[n] as number;
    const step = rate * (weight[n] as number);
    for (let one = 0; one < count; one++) {
      const at = wrong[one] as number;
      rows[row + at] = (rows[row + at] as number) + step * (errors[at] as number);
    }
  }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}

/** Lehmer's generator: repeatable, and random enough to shuffle. */
function lehmer(): () => number {
  let seed = 20_260_101;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}
