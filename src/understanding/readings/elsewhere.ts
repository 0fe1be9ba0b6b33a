import type { DialogEvent } from "../../../machines/words.ts";
import type { Guess } from "../classifier.ts";
import type { Hearing } from "../hearing.ts";

/** How sure it has to be that it is asked whether the other certificate helps here. */
const SURE = 0.6;

function helps({ label, confidence }: Guess): boolean {
  return label.startsWith("eligibility.") && confidence >= SURE;
}

/** Of other exams: what is asked about them is not ours to answer, unless it is whether they help here. */
export function readElsewhere({
  found: {
    elsewhere: [named],
  },
  guesses: [first],
}: Hearing): DialogEvent | undefined {
  if (!named || (first && helps(first))) return undefined;
  return { type: "ASK", asks: [{ answer: named.value, entities: {} }] };
}
