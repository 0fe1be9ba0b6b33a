import { bare } from "./normalise.ts";

export interface Example {
  readonly text: string;
  readonly label: string;
}

export interface Guess {
  readonly label: string;
  /** Between 0 and 1; all labels together make 1. */
  readonly confidence: number;
}

export interface Classifier {
  /** The likeliest of the labels allowed, best first; `known` is the share of the text's n-grams seen in training. */
  readonly classify: (
    text: string,
    allowed?: (label: string) => boolean,
  ) => { readonly guesses: readonly Guess[]; readonly known: number };
}

const EPOCHS = 8;
const FIRST_RATE = 5;
const LAST_RATE = 0.6;
const BIAS_RATE = 0.02;
const NEGLIGIBLE = 1e-3;
const KEPT = 5;
/** What is less likely than this (as a logarithm) counts as impossible, which spares most of the work. */
const LEAST_EXPONENT = -12;

/** Sparse weights of a text's n-grams, of length one. */
interface Vector {
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

/**
 * Softmax regression on character 1- and 2-grams weighted by rarity, trained by stochastic gradient
 * descent in a fixed order: the same examples always give the same classifier.
 * @param examples normalised texts
 */
export function trainClassifier(examples: readonly Example[]): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const labelIndex = new Map(labels.map((label, index) => [label, index]));
  const vocabulary = createVocabulary(examples.map(({ text }) => text));
  const weights = new Float32Array(vocabulary.size * labels.length);
  const bias = new Float32Array(labels.length);
  const scores = new Float32Array(labels.length);
  const data = examples.map(({ text, label }) => ({
    vector: vocabulary.vector(text).vector,
    target: labelIndex.get(label) as number,
  }));

  const score = (vector: Vector): void => {
    scores.set(bias);
    addRows(scores, weights, vector);
    softmax(scores);
  };
  const step = ({ vector, target }: (typeof data)[number], rate: number): void => {
    score(vector);
    scores[target] = (scores[target] as number) - 1;
    descend(weights, bias, scores, vector, rate);
  };
  const order = data.map((_, index) => index);
  const random = lehmer();
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = FIRST_RATE + ((LAST_RATE - FIRST_RATE) * epoch) / (EPOCHS - 1);
    for (const index of order) step(data[index] as (typeof data)[number], rate);
  }
  return {
    classify(text, allowed = () => true) {
      const { vector, known } = vocabulary.vector(text);
      score(vector);
      return { guesses: best(labels, scores, allowed), known };
    },
  };
}

/** Character 1- and 2-grams of a text with its ends marked. */
export function grams(text: string): Set<string> {
  const marked = `^${bare(text)}$`;
  const found = new Set<string>();
  for (let at = 0; at < marked.length; at++) {
    if (at > 0 && at < marked.length - 1) found.add(marked[at] as string);
    if (at + 1 < marked.length) found.add(marked.slice(at, at + 2));
  }
  return found;
}

function createVocabulary(texts: readonly string[]) {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const index = new Map([...counts.keys()].map((gram, at) => [gram, at]));
  const rarity = Float32Array.from(counts.values(), (count) => Math.log(1 + texts.length / count));
  return {
    size: index.size,
    vector(text: string): { vector: Vector; known: number } {
      const all = [...grams(text)];
      const known = all.flatMap((gram) => index.get(gram) ?? []);
      const weight = Float32Array.from(known, (at) => rarity[at] as number);
      const length = Math.hypot(...weight) || 1;
      return {
        vector: { index: Int32Array.from(known), weight: weight.map((value) => value / length) },
        known: all.length === 0 ? 0 : known.length / all.length,
      };
    },
  };
}

function addRows(scores: Float32Array, weights: Float32Array, { index, weight }: Vector): void {
  const width = scores.length;
  for (let at = 0; at < index.length; at++) {
    const row = (index[at] as number) * width;
    const value = weight[at] as number;
    for (let label = 0; label < width; label++)
      scores[label] = (scores[label] as number) + (weights[row + label] as number) * value;
  }
}

function softmax(scores: Float32Array): void {
  const top = scores.reduce((most, score) => (score > most ? score : most), -Infinity);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const below = (scores[label] as number) - top;
    sum += scores[label] = below < LEAST_EXPONENT ? 0 : Math.exp(below);
  }
  for (let label = 0; label < scores.length; label++)
    scores[label] = (scores[label] as number) / sum;
}

/** Labels whose error is negligible are left alone: most are, and it is most of the work. */
function descend(
  weights: Float32Array,
  bias: Float32Array,
  errors: Float32Array,
  vector: Vector,
  rate: number,
): void {
  const width = errors.length;
  for (let label = 0; label < width; label++) {
    const error = errors[label] as number;
    if (Math.abs(error) < NEGLIGIBLE) continue;
    bias[label] = (bias[label] as number) - BIAS_RATE * error;
    for (let at = 0; at < vector.index.length; at++) {
      const place = (vector.index[at] as number) * width + label;
      weights[place] = (weights[place] as number) - rate * error * (vector.weight[at] as number);
    }
  }
}

function best(
  labels: readonly string[],
  scores: Float32Array,
  allowed: (label: string) => boolean,
): Guess[] {
  const guesses = labels
    .map((label, index) => ({ label, confidence: scores[index] as number }))
    .filter(({ label }) => allowed(label));
  const sum = guesses.reduce((total, { confidence }) => total + confidence, 0) || 1;
  return guesses
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, KEPT)
    .map(({ label, confidence }) => ({ label, confidence: confidence / sum }));
}

function shuffle(order: number[], random: () => number): void {
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
