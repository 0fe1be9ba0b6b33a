import type { Pack } from "../knowledge/pack.ts";
import { grams } from "./features.ts";
import { learnSpelling } from "./learned-spelling.ts";
import { bare, createNormaliser } from "./normalise.ts";
import { isPair } from "./whole-numbers.ts";

/** Two examples that say nearly the same and lead to different answers. */
export interface Contradiction {
  readonly one: Placed;
  readonly other: Placed;
}

export interface Placed {
  readonly answer: string;
  readonly example: string;
}

/** Share of their character pairs that two examples have in common. */
const ALIKE = 0.7;
/** Characters: shorter ones are alike by chance. */
const LEAST = 4;

/** Every pair of examples of different answers that a candidate could not tell apart. */
export function contradictions(pack: Pack): Contradiction[] {
  const normalise = createNormaliser(pack.vocabulary, learnSpelling(pack));
  const all = [...pack.answers.values()].flatMap(({ id, examples }) =>
    examples.map((example) => ({ answer: id, example, grams: gramsOf(normalise(example)) })),
  );
  const holders = new Map<number, number[]>();
  return all.flatMap(({ grams: own, ...one }, at) => {
    if (own.size === 0) return [];
    const common = new Map<number, number>();
    for (const gram of own) {
      const list = holders.get(gram) ?? [];
      for (const earlier of list) common.set(earlier, (common.get(earlier) ?? 0) + 1);
      list.push(at);
      holders.set(gram, list);
    }
    return [...common].flatMap(([earlier, shared]) => {
      const { grams: others, ...other } = all[earlier] as (typeof all)[number];
      const alike = shared / (own.size + others.size - shared) >= ALIKE;
      return alike && other.answer !== one.answer ? [{ one: other, other: one }] : [];
    });
  });
}

/** The pairs of characters alone: single ones are in too many examples to be looked up. */
function gramsOf(text: string): ReadonlySet<number> {
  const plain = bare(text);
  return plain.length < LEAST ? new Set() : new Set([...grams(plain)].filter(isPair));
}
