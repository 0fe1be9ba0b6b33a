import type { Features } from "./features.ts";
import type { LearnedExamples, LearnedTopic } from "./learning.ts";
import { bare } from "./normalise.ts";
import type { FindCore } from "./own-names.ts";
import { recalled } from "./recall.ts";
import { type Softmax, createSoftmax } from "./softmax.ts";
import { type Vectors, createVectorOf } from "./space.ts";

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

interface Topic {
  readonly labels: readonly string[];
  /** The places of the odds of the groups of each label, as many of each, one label after the other. */
  readonly groups: Int32Array;
  readonly oddsOf: Softmax;
}

/**
 * Tells which answer a text asks for, by what was learned of examples: an example itself for certain.
 * @param features as it was learned with, and `coreOf` too
 */
export function createClassifier(
  learned: LearnedExamples,
  features: Features,
  coreOf: FindCore,
): Classifier {
  const vectorOf = createVectorOf(learned.space, features);
  const oddsOf = createSoftmax(learned.weights);
  const topics = learned.topics.map(createTopic);
  const weigh = (text: string): Classified => {
    const { vector, known } = vectorOf(text);
    const odds = oddsOf(vector);
    const guesses: Guess[] = [];
    for (let at = 0; at < topics.length; at++)
      if ((odds[at] as number) >= LEAST_TOPIC)
        addGuesses(guesses, topics[at] as Topic, vector, odds[at] as number);
    return { guesses, known };
  };
  return {
    classify(text, allowed = () => true) {
      const plain = bare(text);
      const core = coreOf(plain);
      const label = recalled(learned.recall, plain, core);
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

function createTopic({ labels, groupsOf, weights }: LearnedTopic): Topic {
  return { labels, groups: Int32Array.from(groupsOf.flat()), oddsOf: createSoftmax(weights) };
}

/** Adds the answers of one topic that are worth a guess. */
function addGuesses(
  guesses: Guess[],
  { labels, groups, oddsOf }: Topic,
  vector: Vectors,
  share: number,
): void {
  const odds = oddsOf(vector);
  const each = groups.length / labels.length;
  for (let at = labels.length; at < odds.length; at++)
    odds[at] = Math.sqrt((odds[at] as number) + LEAST_GROUP); // weighs half as much
  let sum = 0;
  for (let at = 0; at < labels.length; at++) {
    let own = odds[at] as number;
    if (own === 0) continue;
    for (let group = at * each; group < (at + 1) * each; group++)
      own *= odds[groups[group] as number] as number;
    odds[at] = own;
    sum += own;
  }
  const part = share / sum;
  for (let at = 0; at < labels.length; at++) {
    const confidence = part * (odds[at] as number);
    if (confidence >= LEAST_GUESS) guesses.push({ label: labels[at] as string, confidence });
  }
}

/** The likeliest of those allowed, their order kept where they are equally likely; all that are allowed together make 1. */
function best(guesses: readonly Guess[], allowed: (label: string) => boolean): Guess[] {
  const kept: Guess[] = [];
  let sum = 0;
  for (const guess of guesses) {
    if (!allowed(guess.label)) continue;
    sum += guess.confidence;
    let at = kept.length;
    while (at > 0 && (kept[at - 1] as Guess).confidence < guess.confidence) at--;
    if (at === KEPT) continue;
    if (kept.length < KEPT) kept.push(guess);
    for (let place = kept.length - 1; place > at; place--) kept[place] = kept[place - 1] as Guess;
    kept[at] = guess;
  }
  const all = sum || 1;
  return kept.map(({ label, confidence }) => ({ label, confidence: confidence / all }));
}
