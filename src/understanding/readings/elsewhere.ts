import type { Pack } from "../../knowledge/pack.ts";
import type { Guess } from "../classifier.ts";
import { createFinder } from "../finder.ts";
import type { Reading } from "../hearing.ts";

/** How sure it has to be that it is asked whether the other certificate helps here. */
const SURE = 0.6;

function helps({ label, confidence }: Guess): boolean {
  return label.startsWith("eligibility.") && confidence >= SURE;
}

/** Names of other exams: what is asked about them is not ours to answer, unless it is whether they help here. */
export function readElsewhere({ vocabulary }: Pack): Reading {
  const find = createFinder(
    Object.entries(vocabulary.elsewhere).flatMap(([answer, words]) =>
      words.map((word) => [word, answer] as const),
    ),
  );
  return ({ text, guesses: [first] }) => {
    const [named] = find(text);
    if (!named || (first && helps(first))) return undefined;
    return { type: "ASK", asks: [{ answer: named.value, entities: {} }] };
  };
}
