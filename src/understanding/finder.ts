import { type Word, createFindWords } from "./words.ts";

/** A name of the pack found in a text. */
export interface Found<T> {
  readonly value: T;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
}

type Entries<T> = Iterable<readonly [alias: string, value: T]>;

/** Of one list nobody names more; each is compared with the others, which a paste of nothing but names would make long. */
const MOST = 50;

/**
 * Finds the aliases of several lists in one pass over a text: of each list the longest first, none overlapping another of it, and
 * the first of them in order of their places. Names of different lists may overlap.
 */
export function createListFinder<T, K extends string>(
  lists: Readonly<Record<K, Entries<T>>>,
): (text: string) => Record<K, Found<T>[]> {
  const names = Object.keys(lists) as K[];
  const findWords = createFindWords(wordsOf(names.map((name) => lists[name])));
  return (text) => {
    const hits = names.map((): Found<T>[] => []);
    findWords(text, ({ value, list }, start, alias) => {
      const ofList = hits[list] as Found<T>[];
      const end = start + alias.length;
      const longer = ofList.at(-1)?.start === start;
      if (ofList.length < MOST && !longer && isWhole(text, start, end))
        ofList.push({ value, alias, start, end });
    });
    const found: Partial<Record<K, Found<T>[]>> = {};
    for (const [at, ofList] of hits.entries())
      found[names[at] as K] = ofList.length > 1 ? withoutOverlaps(ofList, text.length) : ofList;
    return found as Record<K, Found<T>[]>;
  };
}

/** The aliases as a normalised text has them, each with its value and with which of the lists it is of. */
function* wordsOf<T>(lists: readonly Entries<T>[]): Iterable<Word<{ value: T; list: number }>> {
  for (const [list, entries] of lists.entries())
    for (const [alias, value] of entries)
      yield [alias.normalize("NFKC").toLowerCase(), { value, list }];
}

/** Of a figure no more digits belong to it, of a Latin word no more letters: 4级 is not in 14级. */
function isWhole(text: string, start: number, end: number): boolean {
  return !goesOn(text, start - 1, start) && !goesOn(text, end - 1, end);
}

function goesOn(text: string, before: number, after: number): boolean {
  const [one, other] = [kindOf(text.charCodeAt(before)), kindOf(text.charCodeAt(after))];
  return one !== "" && one === other;
}

function kindOf(code: number): "digit" | "letter" | "" {
  if (code >= 48 && code <= 57) return "digit";
  return code >= 97 && code <= 122 ? "letter" : "";
}

/** The hits come in order of their places; what is taken by a longer one is marked, so that each is looked at once. */
function withoutOverlaps<T>(hits: readonly Found<T>[], length: number): Found<T>[] {
  if (hits.every(({ start }, at) => at === 0 || (hits[at - 1]?.end ?? 0) <= start))
    return [...hits];
  const taken = new Uint8Array(length);
  const kept = hits
    .toSorted((a, b) => b.alias.length - a.alias.length || a.start - b.start)
    .filter(({ start, end }) => {
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    });
  return kept.toSorted((a, b) => a.start - b.start);
}
