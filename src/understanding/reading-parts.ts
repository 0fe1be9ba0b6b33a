import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Classified, Classifier, Guess } from "./classifier.ts";
import { isKnown, topicShare } from "./confidence.ts";
import { bare } from "./normalise.ts";
import type { Posed } from "./posed.ts";

/** What a part of a message is taken to ask, and how likely its topic is. */
export interface Part extends Guess {
  readonly topic: string;
  readonly share: number;
}

/** The topic has to be about as likely as all others together; which of its answers it is may be less sure. */
const LIKELY = 0.4;
const LEAST_SURE = 0.15;
/** What is told and what is short have to say more clearly what they are about. */
const SURE_TOPIC = 0.7;
/** As does what is read together with the question before. */
const SURE = 0.6;
const CERTAIN = 0.99;
/** Characters: so short a question says little without what was told before it: 让换不. */
const WORD = 4;

/**
 * Reads one question of a message, given the answer to the question before it. It is two where what somebody did is
 * told and something else is asked: 作弊被抓 那证还能领不.
 */
export type ReadPart = (
  posed: Posed,
  before: string | undefined,
  message: Message,
) => readonly Part[];

/** The whole message, and what it was taken for: it is not classified again where its one question is all of it. */
interface Message {
  readonly plain: string;
  readonly whole: Classified;
}

/** @param classifier of parts of messages as of whole ones */
export function createReadPart({ answers, vocabulary }: Pack, { classify }: Classifier): ReadPart {
  const elliptic = new Set(vocabulary.follow_ups.elliptic.map(bare));
  const likely = (classified: Classified): Part | undefined => {
    const [first] = classified.guesses;
    const share = topicShare(classified);
    if (!first || !isKnown(classified) || first.confidence < LEAST_SURE || share < LIKELY)
      return undefined;
    const { kind, beside } = answers.get(first.label) ?? {};
    const isBeside = beside === true && share >= SURE_TOPIC && first.confidence >= SURE;
    return kind === "outside" && !isBeside
      ? undefined
      : { label: first.label, confidence: first.confidence, share, topic: topicOf(first.label) };
  };
  const isOn = ({ label, topic }: Part, other: string): boolean =>
    topic === other || answers.get(label)?.also.some((one) => one === other) === true;
  /**
   * What is left open, 收不收钱, goes on from the question before it: 补考费多少，什么时候考. What is certain on its own, 多少钱,
   * does so only to an answer on its topic too.
   */
  const goesOn = (
    question: string,
    alone: Part | undefined,
    before: string | undefined,
  ): Part | undefined => {
    const title = answers.get(before ?? "")?.title;
    if (title === undefined || !elliptic.has(bare(question))) return undefined;
    const on = likely(classify(`${title} ${question}`, (id) => id !== before));
    if (!on || on.confidence < SURE) return undefined;
    return !alone || alone.confidence < CERTAIN || isOn(on, alone.topic) ? on : undefined;
  };
  /** What was told that is a matter of its own beside the question: an act, or what somebody is sought for. */
  const apart = (told: readonly string[], asked: Part, joined: Classified): Part | undefined =>
    told
      .map((part) => likely(classify(part)))
      .find(
        (part) =>
          part !== undefined &&
          part.share >= SURE_TOPIC &&
          part.topic !== asked.topic &&
          (part.topic === "conduct" || asked.topic === "contact") &&
          topicShare(joined, part.topic) >= LEAST_SURE,
      );
  return ({ told, question, after }, before, message) => {
    const together = (parts: readonly string[]): Classified => {
      const text = parts.join(" ");
      return bare(text) === message.plain ? message.whole : classify(text);
    };
    const alone = likely(classify(question));
    const isSure = alone !== undefined && alone.share >= SURE_TOPIC;
    const isShort = bare(question).length <= WORD;
    const isApart = isSure && (!isShort || alone.topic === "contact");
    const later =
      isApart && after.length > 0 ? apart(after, alone, together([question, ...after])) : undefined;
    const also = later ? [later] : [];
    if (told.length === 0) {
      const one = goesOn(question, alone, before) ?? (isShort && !isSure ? undefined : alone);
      return one ? [one, ...also] : [];
    }
    const whole = together([...told, question]);
    const joined = likely(whole);
    const other = isApart ? apart(told, alone, whole) : undefined;
    if (alone && other) {
      if (joined && isOn(joined, alone.topic) && isOn(joined, other.topic)) return [joined];
      return [joined?.topic === other.topic ? joined : other, alone];
    }
    const surer = alone && !isShort && alone.share > (joined?.share ?? 0) ? alone : joined;
    return surer ? [surer, ...also] : [];
  };
}
