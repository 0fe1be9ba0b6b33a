import { bare } from "./normalise.ts";

/** Words that mean the same to a candidate, by the editors' name for them: `when: [几号, 哪天]`. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/**
 * What a text is compared by: its characters and pairs of neighbouring characters with the ends
 * marked, the synonyms it holds, and which two of those stand together. Each is a number: of a pair the codes
 * of both, so that nothing has to be cut out of the text.
 */
export type Features = (text: string) => ReadonlySet<number>;

/** @param normalise so that a synonym is written as the texts are */
export function createFeatures(synonyms: Synonyms, normalise: (text: string) => string): Features {
  const byFirst = new Map<number, [word: string, meaning: number][]>();
  const names = Object.keys(synonyms);
  for (const [meaning, name] of names.entries())
    for (const word of (synonyms[name] ?? []).map((one) => bare(normalise(one)))) {
      const first = word.charCodeAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), [word, meaning]]);
    }
  const meanings = (plain: string): number[] => {
    const found = new Set<number>();
    for (let at = 0; at < plain.length; at++)
      for (const [word, meaning] of byFirst.get(plain.charCodeAt(at)) ?? [])
        if (!found.has(meaning) && plain.startsWith(word, at)) found.add(meaning);
    return [...found].toSorted((a, b) => a - b);
  };
  return (text) => {
    const plain = bare(text);
    const found = grams(plain);
    const meant = meanings(plain);
    for (const [at, one] of meant.entries()) {
      found.add(pairOf(MEANING, one));
      for (const other of meant.slice(at + 1))
        found.add(pairOf(MEANINGS, one * names.length + other));
    }
    return found;
  };
}

/** No character of a bare text has a code below that of 0, so that these are free. */
const [MEANING, MEANINGS] = [1, 2];
const [START, END] = [0x5e, 0x24];
const CODE_BITS = 16;

function pairOf(one: number, other: number): number {
  return (one << CODE_BITS) + other;
}

export function isPair(gram: number): boolean {
  return gram >>> CODE_BITS !== 0;
}

/** Stands where something was cut out of a bare text: what comes after begins anew. */
export const CUT = "\u16ee";
const CUT_CODE = CUT.charCodeAt(0);

/** Characters and pairs of neighbouring characters of a bare text, its ends marked. */
export function grams(plain: string): Set<number> {
  const found = new Set<number>();
  let before = START;
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charCodeAt(at);
    if (sign === CUT_CODE) {
      before = START;
      continue;
    }
    found.add(sign).add(pairOf(before, sign));
    before = sign;
  }
  return found.add(pairOf(before, END));
}
