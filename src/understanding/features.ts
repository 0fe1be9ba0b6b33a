import { bare } from "./normalise.ts";
import { Distinct, pairOf } from "./whole-numbers.ts";
import { type Word, createFindWords } from "./words.ts";

/** Words that mean the same to a candidate, by the editors' name for them: `when: [几号, 哪天]`. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/**
 * What a text is compared by: its characters and pairs of neighbouring characters with the ends
 * marked, the synonyms it holds, and which two of those stand together. Each is a number: of a pair the codes
 * of both, so that nothing has to be cut out of the text.
 * @returns always the same, which the next call fills anew
 */
export type Features = (text: string) => Distinct;

/** @param normalise so that a synonym is written as the texts are */
export function createFeatures(synonyms: Synonyms, normalise: (text: string) => string): Features {
  const names = Object.keys(synonyms);
  const findWords = createFindWords(
    names.flatMap((name, meaning) =>
      (synonyms[name] ?? []).map((word): Word<number> => [bare(normalise(word)), meaning]),
    ),
  );
  const meanings = (plain: string): number[] => {
    const found: number[] = [];
    findWords(plain, (meaning) => {
      if (!found.includes(meaning)) found.push(meaning);
    });
    return found.length < 2 ? found : found.toSorted((a, b) => a - b);
  };
  const found = new Distinct();
  return (text) => {
    const plain = bare(text);
    found.clear();
    addGrams(found, plain);
    const meant = meanings(plain);
    for (let at = 0; at < meant.length; at++) {
      const one = meant[at] as number;
      found.add(pairOf(MEANING, one));
      for (let other = at + 1; other < meant.length; other++)
        found.add(pairOf(MEANINGS, one * names.length + (meant[other] as number)));
    }
    return found;
  };
}

/** No character of a bare text has a code below that of 0, so that these are free. */
const [MEANING, MEANINGS] = [1, 2];
const [START, END] = [0x5e, 0x24];

/** Stands where something was cut out of a bare text: what comes after begins anew. */
export const CUT = "\u16ee";
const CUT_CODE = CUT.charCodeAt(0);

/** Adds the characters and pairs of neighbouring characters of a bare text, its ends marked. */
function addGrams(found: { add(gram: number): unknown }, plain: string): void {
  let before = START;
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charCodeAt(at);
    if (sign === CUT_CODE) {
      before = START;
      continue;
    }
    found.add(sign);
    found.add(pairOf(before, sign));
    before = sign;
  }
  found.add(pairOf(before, END));
}

export function grams(plain: string): Set<number> {
  const found = new Set<number>();
  addGrams(found, plain);
  return found;
}
