import type { Features } from "./features.ts";
import { bare } from "./normalise.ts";
import { type Vectors, createSpace, pick } from "./space.ts";
import { type Softmax, type Targets, trainSoftmax } from "./softmax.ts";

/** A text that asks for an answer, and where that answer stands among the others. */
export interface Example {
  readonly text: string;
  /** The answer. */
  readonly label: string;
  readonly topic: string;
  /** What the answers of a topic are told apart by before the answer itself: the rule, the kind. */
  readonly group: string;
}

export interface Guess {
  readonly label: string;
  /** Between 0 and 1; all labels together make 1. */
  readonly confidence: number;
}

/** The likeliest labels of those allowed, best first; `known` is the share of the text's features seen in training. */
export interface Classified {
  readonly guesses: readonly Guess[];
  readonly known: number;
}

export interface Classifier {
  readonly classify: (text: string, allowed?: (label: string) => boolean) => Classified;
}

const KEPT = 6;
/** A topic less likely than this is not looked into. */
const LEAST_TOPIC = 0.05;
/** Nor is an answer less likely than this kept. */
const LEAST_GUESS = 1e-3;
const LEAST_GROUP = 1e-3;

/** The answers of one topic, and the group of each. */
interface Topic {
  readonly labels: readonly string[];
  readonly groupOf: readonly number[];
  /** Of the answers, then of the groups. */
  readonly oddsOf: Softmax;
}

/**
 * A tree of softmax regressions: first the topic, then within it the answer, sharpened by the group
 * of the answer. What is an example itself is known for certain. The same examples always give the same classifier.
 * @param examples normalised texts
 */
export function trainClassifier(examples: readonly Example[], features: Features): Classifier {
  const { vectors, ...space } = createSpace(
    examples.map(({ text }) => text),
    features,
  );
  const targets = targetsOf(examples.map(({ topic }) => topic));
  const oddsOf = trainSoftmax(vectors, [targets], space.size);
  const topics = targets.names.map((_, topic) => {
    const places = [...examples.keys()].filter((at) => targets.of[at] === topic);
    const own = places.map((at) => examples[at] as Example);
    return trainTopic(own, pick(vectors, places), space.size);
  });
  const exact = new Map(examples.map(({ text, label }) => [bare(text), label]));
  return {
    classify(text, allowed = () => true) {
      const label = exact.get(bare(text));
      if (label !== undefined && allowed(label))
        return { guesses: [{ label, confidence: 1 }], known: 1 };
      const { vector, known } = space.vectorOf(text);
      const odds = oddsOf(vector);
      const guesses = topics.flatMap((topic, at) => {
        const share = odds[at] as number;
        return share < LEAST_TOPIC ? [] : guessesIn(topic, vector, share);
      });
      return { guesses: best(guesses, allowed), known };
    },
  };
}

function trainTopic(own: readonly Example[], vectors: Vectors, size: number): Topic {
  const labels = targetsOf(own.map(({ label }) => label));
  const groups = targetsOf(own.map(({ group }) => group));
  const groupOf = new Map(own.map(({ label, group }) => [label, groups.names.indexOf(group)]));
  return {
    labels: labels.names,
    groupOf: labels.names.map((label) => groupOf.get(label) ?? 0),
    oddsOf: trainSoftmax(vectors, [labels, groups], size),
  };
}

function targetsOf(names: readonly string[]): Targets {
  const places = new Map<string, number>();
  const of = Int32Array.from(names, (name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  return { of, names: [...places.keys()] };
}

/** The answers of one topic that are worth a guess. */
function guessesIn({ labels, groupOf, oddsOf }: Topic, vector: Vectors, share: number): Guess[] {
  const odds = oddsOf(vector);
  for (let at = labels.length; at < odds.length; at++)
    odds[at] = Math.sqrt((odds[at] as number) + LEAST_GROUP); // weighs half as much
  let sum = 0;
  for (let at = 0; at < labels.length; at++) {
    if (odds[at] === 0) continue;
    sum += odds[at] =
      (odds[at] as number) * (odds[labels.length + (groupOf[at] as number)] as number);
  }
  const guesses: Guess[] = [];
  const part = share / sum;
  for (let at = 0; at < labels.length; at++) {
    const confidence = part * (odds[at] as number);
    if (confidence >= LEAST_GUESS) guesses.push({ label: labels[at] as string, confidence });
  }
  return guesses;
}

function best(guesses: readonly Guess[], allowed: (label: string) => boolean): Guess[] {
  const left = guesses.filter(({ label }) => allowed(label));
  const sum = left.reduce((total, { confidence }) => total + confidence, 0) || 1;
  return left
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, KEPT)
    .map(({ label, confidence }) => ({ label, confidence: confidence / sum }));
}
