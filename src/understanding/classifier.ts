import { CUT, type Features } from "./features.ts";
import { bare } from "./normalise.ts";
import type { Core, FindCore } from "./own-names.ts";
import { type Vectors, createSpace, pick } from "./space.ts";
import { type Softmax, type Targets, type Taught, trainSoftmax } from "./softmax.ts";

/** A text that asks for an answer, and where that answer stands among the others. */
export interface Example {
  readonly text: string;
  /** The answer. */
  readonly label: string;
  readonly topic: string;
  /** What the answers of a topic are told apart by besides the answer itself: of acts the rule and the tier, else the kind. */
  readonly groups: readonly string[];
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
/** Of a text that has our own names, how much the text without them counts. */
const CORE_SHARE = 0.7;

/** The answers of one topic, and where the odds of the groups of each stand. */
interface Topic {
  readonly labels: readonly string[];
  readonly groupsOf: readonly (readonly number[])[];
  /** Of the answers, then of the groups of each kind. */
  readonly oddsOf: Softmax;
}

/**
 * A tree of softmax regressions: first the topic, then within it the answer, sharpened by the groups
 * of the answer. What is an example itself is known for certain. The same examples always give the same classifier.
 * @param examples normalised texts
 */
export function trainClassifier(
  examples: readonly Example[],
  features: Features,
  coreOf: FindCore,
): Classifier {
  const { vectors, ...space } = createSpace(
    examples.map(({ text }) => text),
    features,
  );
  const keys = Int32Array.from(examples, ({ text }) => keyOf(text));
  const targets = targetsOf(examples.map(({ topic }) => topic));
  const oddsOf = trainSoftmax({ vectors, keys, size: space.size }, [targets]);
  const topics = targets.names.map((_, topic) => {
    const places = [...examples.keys()].filter((at) => targets.of[at] === topic);
    const own = places.map((at) => examples[at] as Example);
    return trainTopic(own, {
      vectors: pick(vectors, places),
      keys: Int32Array.from(places, (place) => keys[place] as number),
      size: space.size,
    });
  });
  const labelOf = createRecall(examples, coreOf);
  const weigh = (text: string): Classified => {
    const { vector, known } = space.vectorOf(text);
    const odds = oddsOf(vector);
    const guesses = topics.flatMap((topic, at) => {
      const share = odds[at] as number;
      return share < LEAST_TOPIC ? [] : guessesIn(topic, vector, share);
    });
    return { guesses, known };
  };
  return {
    classify(text, allowed = () => true) {
      const plain = bare(text);
      const core = coreOf(plain);
      const label = labelOf(plain, core);
      if (label !== undefined && allowed(label))
        return { guesses: [{ label, confidence: 1 }], known: 1 };
      const { guesses, known } =
        core.kinds === "" ? weigh(plain) : mixed(weigh(core.text), weigh(plain));
      return { guesses: best(guesses, allowed), known };
    },
  };
}

/** Without our own names a text says what is asked, and with them a little of whom or what it is about. */
function mixed(core: Classified, whole: Classified): Classified {
  const both = new Map(
    core.guesses.map(({ label, confidence }) => [label, CORE_SHARE * confidence] as const),
  );
  for (const { label, confidence } of whole.guesses)
    both.set(label, (both.get(label) ?? 0) + (1 - CORE_SHARE) * confidence);
  return {
    guesses: Array.from(both, ([label, confidence]) => ({ label, confidence })),
    known: Math.max(core.known, whole.known),
  };
}

/**
 * What is an example itself is known for certain, and so is one that differs from it by our own names alone: by other
 * ones of the same kinds, or by having some where the example has none.
 */
function createRecall(
  examples: readonly Example[],
  coreOf: FindCore,
): (plain: string, core: Core) => string | undefined {
  const exact = new Map(examples.map(({ text, label }) => [bare(text), label]));
  const cores = new Map<string, string | undefined>();
  for (const { text, label } of examples) {
    const { text: core, kinds } = coreOf(bare(text));
    const key = `${kinds} ${core.replaceAll(CUT, "")}`;
    cores.set(key, cores.has(key) && cores.get(key) !== label ? undefined : label);
  }
  return (plain, { text, kinds }) => {
    const rest = text.replaceAll(CUT, "");
    return exact.get(plain) ?? cores.get(`${kinds} ${rest}`) ?? cores.get(` ${rest}`);
  };
}

function trainTopic(own: readonly Example[], taught: Taught): Topic {
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
    oddsOf: trainSoftmax(taught, [labels, ...heads]),
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

/** The answers of one topic that are worth a guess. */
function guessesIn({ labels, groupsOf, oddsOf }: Topic, vector: Vectors, share: number): Guess[] {
  const odds = oddsOf(vector);
  for (let at = labels.length; at < odds.length; at++)
    odds[at] = Math.sqrt((odds[at] as number) + LEAST_GROUP); // weighs half as much
  let sum = 0;
  for (let at = 0; at < labels.length; at++) {
    if (odds[at] === 0) continue;
    for (const group of groupsOf[at] as readonly number[])
      odds[at] = (odds[at] as number) * (odds[group] as number);
    sum += odds[at] as number;
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
