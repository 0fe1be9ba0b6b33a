import type { Features } from "./features.ts";
import { bare } from "./normalise.ts";
import { type Softmax, type Vector, trainSoftmax } from "./softmax.ts";

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

interface Topic {
  readonly labels: readonly string[];
  readonly groupOf: readonly number[];
  readonly labelOdds: Softmax;
  readonly groupOdds: Softmax;
}

/**
 * A tree of softmax regressions: first the topic, then within it the answer, sharpened by the group
 * of the answer. What is an example itself is known for certain. The same examples always give the same classifier.
 * @param examples normalised texts
 */
export function trainClassifier(examples: readonly Example[], features: Features): Classifier {
  const space = createSpace(examples.map(({ text }) => features(text)));
  const topics = unique(examples.map(({ topic }) => topic));
  const topicOdds = train(
    space,
    examples.map(({ topic }) => topic),
    topics,
  );
  const within = topics.map((topic) =>
    trainTopic(space, examples, (example) => example.topic === topic),
  );
  const exact = new Map(examples.map(({ text, label }) => [bare(text), label]));
  return {
    classify(text, allowed = () => true) {
      const label = exact.get(bare(text));
      if (label !== undefined && allowed(label))
        return { guesses: [{ label, confidence: 1 }], known: 1 };
      const { vector, known } = space.vectorOf(features(text));
      const odds = topicOdds(vector);
      const guesses = within.flatMap((topic, at) => {
        const share = odds[at] as number;
        return share < LEAST_TOPIC ? [] : guessesIn(topic, vector, share);
      });
      return { guesses: best(guesses, allowed), known };
    },
  };
}

type Space = ReturnType<typeof createSpace>;

function trainTopic(
  space: Space,
  examples: readonly Example[],
  belongs: (example: Example) => boolean,
): Topic {
  const own = examples.filter((example) => belongs(example));
  const labels = unique(own.map(({ label }) => label));
  const groups = unique(own.map(({ group }) => group));
  const groupOf = labels.map((label) =>
    groups.indexOf(own.find((one) => one.label === label)?.group ?? ""),
  );
  const restricted = {
    size: space.size,
    vectors: space.vectors.filter((_, at) => belongs(examples[at] as Example)),
  };
  return {
    labels,
    groupOf,
    labelOdds: train(
      restricted,
      own.map(({ label }) => label),
      labels,
    ),
    groupOdds: train(
      restricted,
      own.map(({ group }) => group),
      groups,
    ),
  };
}

function train(
  { vectors, size }: Pick<Space, "vectors" | "size">,
  targets: readonly string[],
  classes: readonly string[],
): Softmax {
  const place = new Map(classes.map((name, at) => [name, at]));
  return trainSoftmax(
    vectors,
    targets.map((name) => place.get(name) as number),
    classes.length,
    size,
  );
}

/** The answers of one topic that are worth a guess. */
function guessesIn(topic: Topic, vector: Vector, share: number): Guess[] {
  const odds = topic.labelOdds(vector);
  const groups = topic.groupOdds(vector);
  for (let at = 0; at < groups.length; at++)
    groups[at] = Math.sqrt((groups[at] as number) + LEAST_GROUP); // weighs half as much
  let sum = 0;
  for (let at = 0; at < odds.length; at++) {
    if (odds[at] === 0) continue;
    sum += odds[at] = (odds[at] as number) * (groups[topic.groupOf[at] as number] as number);
  }
  const guesses: Guess[] = [];
  const part = share / sum;
  for (let at = 0; at < odds.length; at++) {
    const confidence = part * (odds[at] as number);
    if (confidence >= LEAST_GUESS) guesses.push({ label: topic.labels[at] as string, confidence });
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

/** The features of all examples, each weighted by its rarity. */
function createSpace(texts: readonly ReadonlySet<string>[]) {
  const index = new Map<string, number>();
  const counts: number[] = [];
  const indices = texts.map((found) => {
    const own = new Int32Array(found.size);
    let at = 0;
    for (const feature of found) {
      const place = index.get(feature) ?? index.size;
      if (place === index.size) index.set(feature, place);
      counts[place] = (counts[place] ?? 0) + 1;
      own[at++] = place;
    }
    return own;
  });
  const rarity = Float32Array.from(counts, (count) =>
    Math.sqrt(Math.log(1 + texts.length / count)),
  );
  const weighted = (own: Int32Array): Vector => {
    const weight = new Float32Array(own.length);
    let squares = 0;
    for (let at = 0; at < own.length; at++) {
      const value = rarity[own[at] as number] as number;
      weight[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < own.length; at++) weight[at] = (weight[at] as number) / length;
    return { index: own, weight };
  };
  return {
    size: index.size,
    vectors: indices.map(weighted),
    vectorOf(found: ReadonlySet<string>): { vector: Vector; known: number } {
      const known: number[] = [];
      for (const feature of found) {
        const place = index.get(feature);
        if (place !== undefined) known.push(place);
      }
      return {
        vector: weighted(Int32Array.from(known)),
        known: found.size === 0 ? 0 : known.length / found.size,
      };
    },
  };
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
