import type { Pack } from "../../knowledge/pack.ts";
import { grams } from "../features.ts";
import { bare } from "../normalise.ts";
import type { Reading } from "../hearing.ts";

/** How alike a typed answer and an option must be. */
const ALIKE = 0.5;

/** A typed answer to a clarifying question: the option that it is most like. */
export function readClarifying({ answers }: Pack): Reading {
  return ({ text, situation: { context } }) => {
    if (context.clarifying === undefined) return undefined;
    const options = answers.get(context.clarifying)?.clarify?.options ?? [];
    const [best] = options
      .map(({ label, answer }) => ({ answer, likeness: likeness(text, label) }))
      .toSorted((a, b) => b.likeness - a.likeness);
    if (!best || best.likeness < ALIKE) return undefined;
    return { type: "ASK", asks: [{ answer: best.answer, entities: {} }] };
  };
}

/** Share of the shorter text's n-grams that the other has too. */
function likeness(one: string, other: string): number {
  const [a, b] = [grams(bare(one)), grams(bare(other))];
  const common = [...a].filter((gram) => b.has(gram)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}
