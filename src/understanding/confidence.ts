import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Classified } from "./classifier.ts";

/** At and above this confidence an answer is given. */
const SURE = 0.3;
/** Below SURE a first guess still counts when it leads the second by this factor. */
const LEAST_LEADING = 0.2;
const LEAD = 1.8;
/** Or when the topic is as sure as this, unless what somebody did is told: another act is another rule. */
const SURE_TOPIC = 0.8;
/** Below this share of known features nothing is recognised. */
const LEAST_KNOWN = 0.5;

/** Whether enough of the text was seen in training to say anything about it. */
export function isKnown({ known }: Pick<Classified, "known">): boolean {
  return known >= LEAST_KNOWN;
}

/** How likely the topic of the first guess is, from 0 to 1. */
export function topicShare({ guesses }: Pick<Classified, "guesses">): number {
  const topic = topicOf(guesses[0]?.label ?? "");
  return guesses
    .filter(({ label }) => topicOf(label) === topic)
    .reduce((sum, { confidence }) => sum + confidence, 0);
}

/** Whether the first guess is sure enough to be answered. */
export function isClear(classified: Classified): boolean {
  const [first, second] = classified.guesses;
  if (!first || !isKnown(classified)) return false;
  if (first.confidence >= SURE) return true;
  if (first.confidence < LEAST_LEADING) return false;
  return (
    first.confidence >= LEAD * (second?.confidence ?? 0) ||
    (topicShare(classified) >= SURE_TOPIC && topicOf(first.label) !== "conduct")
  );
}
