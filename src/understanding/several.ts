import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Classified, Classifier, Guess } from "./classifier.ts";
import { ASKING } from "./hearing.ts";
import { bare } from "./normalise.ts";

/** The questions of a message have to be clearer than a single one. */
const SURE = 0.4;
const KNOWN = 0.5;
/** Two questions on one topic may be one said twice, so each has to be clearer still. */
const SURER = 0.6;
/** A message that is so clear as one question is several only where each part is surer. */
const ONE = 0.93;
/** A message that is so clear is one, such as an example of the pack. */
const CERTAIN = 0.985;
/** More than these nobody asks at once. */
const MOST = 3;
/** Characters: a shorter part is a word in passing. */
const LEAST = 3;

/** Characters: a name alone asks for what it names, 发票; what is longer tells, unless it asks. */
const NAME = 4;

function asks(part: string): boolean {
  return ASKING.test(part) || bare(part).length <= NAME;
}

/** The questions that a message asks, in their order; fewer than two when it asks one. */
export type Several = (text: string, whole: Guess | undefined) => readonly string[];

/** @param classifier of parts of messages as of whole ones */
export function createSeveral({ answers, vocabulary }: Pack, { classify }: Classifier): Several {
  const between = new RegExp(`[，,。.；;！!？?\\s]+|${vocabulary.between.join("|")}`, "u");
  const clear = ({ guesses: [first], known }: Classified): Guess | undefined =>
    first && known >= KNOWN && first.confidence >= SURE ? first : undefined;
  const isOutside = (one: Guess | undefined): boolean =>
    answers.get(one?.label ?? "")?.kind === "outside";
  /** A part that is clear, or is so together with the question before it: 补考费多少，什么时候考. */
  const questionsOf = (parts: readonly string[]): Guess[] =>
    parts.reduce<Guess[]>((found, part) => {
      const before = found.at(-1)?.label ?? "";
      const title = answers.get(before)?.title;
      const one =
        clear(classify(part)) ??
        (title && clear(classify(`${title} ${part}`, (id) => id !== before)));
      return one && asks(part) && !isOutside(one) ? [...found, one] : found;
    }, []);
  const isAct = ({ label }: Guess): boolean => answers.get(label)?.tier !== undefined;
  /** What somebody did is told in several parts, and is one. */
  const isSame = (one: Guess, other: Guess): boolean =>
    one.label === other.label || (isAct(one) && isAct(other));
  return (text, whole) => {
    if ((whole?.confidence ?? 0) >= CERTAIN) return [];
    if (isOutside(whole) && (whole?.confidence ?? 0) >= SURE) return [];
    const parts = text.split(between).filter((part) => bare(part).length >= LEAST);
    if (parts.length < 2) return [];
    const found = questionsOf(parts).filter(
      (one, at, all) => all.findIndex((other) => isSame(one, other)) === at,
    );
    const topics = new Set(found.map(({ label }) => topicOf(label)));
    const surest = found.every(({ confidence }) => confidence >= SURER);
    const agrees = topics.has(topicOf(whole?.label ?? ""));
    const sure = whole?.confidence ?? 0;
    if (topics.size < found.length && !surest) return [];
    if (sure >= ONE ? !surest : !agrees && sure >= SURE) return [];
    if (found.length < 2) return [];
    return found
      .slice(0, MOST)
      .map((one) => (whole && isAct(one) && isAct(whole) ? whole.label : one.label));
  };
}
