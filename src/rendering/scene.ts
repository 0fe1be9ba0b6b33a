import type { Entities, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { fill } from "../knowledge/placeholders.ts";
import type { Answer } from "../knowledge/schemas/answers.ts";
import type { Phrase, PhraseParams } from "../knowledge/schemas/wording.ts";
import type { Block, Kind, Moment } from "../message.ts";
import type { FactReader } from "../rules/facts.ts";
import type { Names } from "../rules/names.ts";

/** Words a phrase with the pack's wording and facts. */
export type Speak = <P extends Phrase>(phrase: P, ...params: SpeakParams<P>) => string;
type SpeakParams<P extends Phrase> = keyof PhraseParams<P> extends never ? [] : [PhraseParams<P>];

/** What there is to word a reply from. */
export interface Scene {
  readonly pack: Pack;
  readonly names: Names;
  readonly read: FactReader;
  readonly speak: Speak;
  readonly facts: Facts;
  readonly at: Moment;
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
  return (phrase, ...[params]) =>
    fill(pack.wording[phrase], { ...values, ...(params as Record<string, string> | undefined) });
}

export function factValues(pack: Pick<Pack, "facts">): Record<string, string | number> {
  return Object.fromEntries(Object.entries(pack.facts).map(([id, { value }]) => [id, value]));
}

/** The fee of a level in yuan. */
export function feeOf(pack: Pack, level: string): number {
  const fact = pack.projects.levels.find(({ id }) => id === level)?.fee_fact;
  return Number(fact === undefined ? NaN : pack.facts[fact]?.value);
}
