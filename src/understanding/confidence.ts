import type { Classified } from "./classifier.ts";

/** At and above this confidence an answer is given. */
const SURE = 0.3;
/** Below SURE a first guess still counts when it leads the second by this factor. */
const LEAST_LEADING = 0.2;
const LEAD = 1.8;
/** Below this share of known features nothing is recognised. */
const LEAST_KNOWN = 0.5;

/** Whether the first guess is sure enough to be answered. */
export function isClear({ guesses: [first, second], known }: Classified): boolean {
  if (!first || known < LEAST_KNOWN) return false;
  if (first.confidence >= SURE) return true;
  return first.confidence >= LEAST_LEADING && first.confidence >= LEAD * (second?.confidence ?? 0);
}
