import { type Targets, type Taught, trainSoftmax } from "./descent.ts";
import type { Features } from "./features.ts";
import type { FindCore } from "./own-names.ts";
import { type Recall, learnRecall } from "./recall.ts";
import type { Weights } from "./softmax.ts";
import { type Space, learnSpace, pick } from "./space.ts";

/** A text that asks for an answer, and where that answer stands among the others. */
export interface Example {
  readonly text: string;
  /** The answer. */
  readonly label: string;
  readonly topic: string;
  /** What the answers of a topic are told apart by besides the answer itself: of acts the rule and the tier, else the kind. */
  readonly groups: readonly string[];
}

/** The answers of one topic, and where the odds of the groups of each stand. */
export interface LearnedTopic {
  readonly labels: readonly string[];
  readonly groupsOf: readonly (readonly number[])[];
  /** Of the answers, then of the groups of each kind. */
  readonly weights: Weights;
}

/** What examples taught. Plain data, so that it may be kept instead of learned again. */
export interface LearnedExamples {
  readonly space: Space;
  /** Which of the topics, in their order. */
  readonly weights: Weights;
  readonly topics: readonly LearnedTopic[];
  readonly recall: Recall;
}

/**
 * A tree of softmax regressions: first the topic, then within it the answer, sharpened by the groups
 * of the answer. The same examples always teach the same.
 * @param examples normalised texts
 */
export function learnExamples(
  examples: readonly Example[],
  features: Features,
  coreOf: FindCore,
): LearnedExamples {
  const { space, vectors } = learnSpace(
    examples.map(({ text }) => text),
    features,
  );
  const size = space.features.length;
  const keys = Int32Array.from(examples, ({ text }) => keyOf(text));
  const targets = targetsOf(examples.map(({ topic }) => topic));
  const topics = targets.names.map((_, topic) => {
    const places = [...examples.keys()].filter((at) => targets.of[at] === topic);
    const own = places.map((at) => examples[at] as Example);
    return learnTopic(own, {
      vectors: pick(vectors, places),
      keys: Int32Array.from(places, (place) => keys[place] as number),
      size,
    });
  });
  return {
    space,
    weights: trainSoftmax({ vectors, keys, size }, [targets]),
    topics,
    recall: learnRecall(examples, coreOf),
  };
}

function learnTopic(own: readonly Example[], taught: Taught): LearnedTopic {
  const labels = targetsOf(own.map(({ label }) => label));
  const ofLabel = new Map(own.map(({ label, groups }) => [label, groups]));
  const partitions = partitionsOf(own);
  const heads = partitions.map((at) => targetsOf(own.map(({ groups }) => groups[at] as string)));
  const placesOf = (label: string): number[] => {
    let from = labels.names.length;
    return heads.map(({ names }, head) => {
      const place = from + names.indexOf(ofLabel.get(label)?.[partitions[head] as number] ?? "");
      from += names.length;
      return place;
    });
  };
  return {
    labels: labels.names,
    groupsOf: labels.names.map(placesOf),
    weights: trainSoftmax(taught, [labels, ...heads]),
  };
}

/** Which of the groups tell the answers apart in a way of their own: where there are no acts, the first says it all. */
function partitionsOf(own: readonly Example[]): number[] {
  const count = own[0]?.groups.length ?? 0;
  return Array.from({ length: count }, (_, at) => at).filter(
    (at) => at === 0 || own.some(({ groups }) => groups[at] !== groups[at - 1]),
  );
}

/** A number of a text, by FNV-1a. */
function keyOf(text: string): number {
  let key = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) key = Math.imul(key ^ text.charCodeAt(at), 0x01000193);
  return key;
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
