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

/** Whether the first guess is sure enough to be answered. */
export function isClear(classified: Classified): boolean {
  const { guesses } = classified;
  const [first, second] = guesses;
  if (!first || !isKnown(classified)) return false;
  if (first.confidence >= SURE) return true;
  if (first.confidence < LEAST_LEADING) return false;
  const topic = topicOf(first.label);
  const share = guesses
    .filter(({ label }) => topicOf(label) === topic)
    .reduce((sum, { confidence }) => sum + confidence, 0);
  return (
    first.confidence >= LEAD * (second?.confidence ?? 0) ||
    (share >= SURE_TOPIC && topic !== "conduct")
  );
}
