import type { Entities, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { type Values, template } from "../knowledge/placeholders.ts";
import type { Answer } from "../knowledge/schemas/answers.ts";
import type { Phrase, PhraseParams } from "../knowledge/schemas/wording.ts";
import type { Block, Kind } from "../message.ts";
import type { Daytime } from "../rules/desk.ts";
import type { FactReader } from "../rules/facts.ts";
import type { Names } from "../rules/names.ts";

/** Words a phrase with the pack's wording and facts. */
export type Speak = <P extends Phrase>(phrase: P, ...params: SpeakParams<P>) => string;
type SpeakParams<P extends Phrase> = keyof PhraseParams<P> extends never ? [] : [PhraseParams<P>];

/** What there is to word a reply from; of the moment no more than its daytime. */
export interface Scene extends Daytime {
  readonly pack: Pack;
  readonly names: Names;
  readonly read: FactReader;
  readonly speak: Speak;
  readonly facts: Facts;
}

/** A part of an answer that was worked out. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly sources?: readonly string[];
  readonly links?: readonly string[];
  /** Where working it out showed another kind of answer than the entry says. */
  readonly kind?: Kind;
}

/** Works out one `show` of an answer entry. */
export type Shower = (scene: Scene, entities: Entities, answer: Answer) => Part;

export function createSpeak(pack: Pack): Speak {
  const values = factValues(pack);
  const templates = new Map<string, ReturnType<typeof template>>();
  for (const [phrase, text] of Object.entries(pack.wording)) templates.set(phrase, template(text));
  return (phrase, ...[params]) => {
    const worded = templates.get(phrase);
    if (!worded) throw new Error(`wording: the pack has no phrase "${phrase}"`);
    return worded(params ?? NO_PARAMS, values);
  };
}

const NO_PARAMS: Values = {};

const valuesOf = new WeakMap<Pack["facts"], Values>();

export function factValues({ facts }: Pick<Pack, "facts">): Values {
  const known = valuesOf.get(facts);
  if (known) return known;
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]));
  valuesOf.set(facts, values);
  return values;
}

/** The fee of a level in yuan. */
export function feeOf(pack: Pack, level: string): number {
  const fact = pack.projects.levels.find(({ id }) => id === level)?.fee_fact;
  return Number(fact === undefined ? NaN : pack.facts[fact]?.value);
}
