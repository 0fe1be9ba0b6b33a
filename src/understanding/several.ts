import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Classified, Classifier, Guess } from "./classifier.ts";
import { isClear, topicShare } from "./confidence.ts";
import { ASKING } from "./hearing.ts";
import { bare } from "./normalise.ts";

/** The questions of a message have to be clearer than a single one, or their topics this sure. */
const SURE = 0.4;
const SURE_TOPIC = 0.7;
const KNOWN = 0.5;
/** Two questions on one topic may be one said twice, so each has to be clearer still. */
const SURER = 0.6;
/** A message that is so clear as one question is several only where each part is surer. */
const ONE = 0.93;
const SURER_TOPIC = 0.9;
/** A message that is so clear is one, such as an example of the pack. */
const CERTAIN = 0.9999;
/** More than these nobody asks at once. */
const MOST = 3;
/** Characters: a shorter part is a word in passing. */
const LEAST = 3;

/** Characters: a name alone asks for what it names, 发票; what is longer tells, unless it asks. */
const NAME = 4;

function asks(part: string): boolean {
  return ASKING.test(part);
}

/** A question of one part, and how likely its topic is. */
interface Part extends Guess {
  readonly topic: string;
  readonly share: number;
}

/** The questions that a message asks, in their order; fewer than two when it asks one. */
export type Several = (text: string, whole: Guess | undefined) => readonly string[];

/** @param classifier of parts of messages as of whole ones */
export function createSeveral({ answers, vocabulary }: Pack, { classify }: Classifier): Several {
  const between = new RegExp(`(?<=[?？])|[，,。.；;！!\\s]+|${vocabulary.between.join("|")}`, "u");
  const clear = (part: Classified): Part | undefined => {
    const [first] = part.guesses;
    const share = topicShare(part);
    if (!first || part.known < KNOWN) return undefined;
    const isSure = first.confidence >= SURE || (isClear(part) && share >= SURE_TOPIC);
    return isSure ? { ...first, share, topic: topicOf(first.label) } : undefined;
  };
  const elliptic = new Set(vocabulary.follow_ups.elliptic.map(bare));
  const isOutside = (one: Guess | undefined): boolean =>
    answers.get(one?.label ?? "")?.kind === "outside";
  const isAct = ({ label }: Guess): boolean => answers.get(label)?.tier !== undefined;
  /**
   * A part that is clear, or is so together with the question before it: 补考费多少，什么时候考. What is left open on its own,
   * 收不收钱, goes on from that question first.
   */
  const read = (part: string, before: string): Part | undefined => {
    const title = answers.get(before)?.title;
    const goesOn = (): Part | undefined =>
      title === undefined ? undefined : clear(classify(`${title} ${part}`, (id) => id !== before));
    if (elliptic.has(bare(part))) {
      const on = goesOn();
      if (on && on.confidence >= SURER) return on;
    }
    return clear(classify(part)) ?? (asks(part) ? goesOn() : undefined);
  };
  /** @param isOpen whether the whole message says nothing clearly, so that a name in it may be a question of its own */
  const questionsOf = (parts: readonly string[], topic: string, isOpen: boolean): Part[] =>
    parts.reduce<Part[]>((found, part) => {
      const one = read(part, found.at(-1)?.label ?? "");
      if (!one || isOutside(one)) return found;
      const isSurer = one.confidence >= SURER;
      const isTold = isSurer && isAct(one) && one.topic === topic;
      const isNamed = isSurer && bare(part).length <= NAME && (isOpen || one.topic === topic);
      return asks(part) || isTold || isNamed ? [...found, one] : found;
    }, []);
  /** What somebody did is told in several parts, and is one. */
  const isSame = (one: Part, other: Part): boolean =>
    one.label === other.label ||
    (isAct(one) && isAct(other)) ||
    (one.topic === other.topic && Math.min(one.confidence, other.confidence) < SURER);
  return (text, whole) => {
    const sure = whole?.confidence ?? 0;
    if (sure >= CERTAIN) return [];
    if ((isOutside(whole) && sure >= SURE) || !between.test(text)) return [];
    const parts = text.split(between).filter((part) => bare(part).length >= LEAST);
    if (parts.length < 2) return [];
    const topic = topicOf(whole?.label ?? "");
    const found = questionsOf(parts, topic, sure < SURE).filter(
      (one, at, all) => all.findIndex((other) => isSame(one, other)) === at,
    );
    if (found.length < 2) return [];
    const surest = found.every(
      ({ confidence, share }) => confidence >= SURER || share >= SURER_TOPIC,
    );
    const agrees = found.some((one) => one.topic === topic);
    if (sure >= ONE ? !surest : !agrees && sure >= SURE) return [];
    return found
      .slice(0, MOST)
      .map((one) => (whole && isAct(one) && isAct(whole) ? whole.label : one.label));
  };
}
