import { CODES } from "./whole-numbers.ts";

/** A word and what it stands for. */
export type Word<T> = readonly [word: string, value: T];

/** @param visit what is called for each word that a text has, with where it begins */
export type FindWords<T> = (
  text: string,
  visit: (value: T, at: number, word: string) => void,
) => void;

const NONE = -1;

/** Words that begin with the same sign. */
interface Beginning<T> {
  readonly words: readonly Word<T>[];
  /** The code of the second sign of each, or NONE. */
  readonly seconds: Int32Array;
}

/**
 * Finds many words in one pass over a text: those that begin at the same place from the longest to the shortest, and of one length
 * in their own order. An empty word is never found.
 */
export function createFindWords<T>(words: Iterable<Word<T>>): FindWords<T> {
  const byFirst = new Map<number, Word<T>[]>();
  for (const word of words) {
    const first = word[0].charCodeAt(0);
    if (Number.isNaN(first)) continue;
    const alike = byFirst.get(first);
    if (alike) alike.push(word);
    else byFirst.set(first, [word]);
  }
  /** By the code of a first sign, 0 for one that no word begins with. */
  const places = new Uint16Array(CODES);
  const beginnings = [...byFirst].map(([first, all], at): Beginning<T> => {
    places[first] = at + 1;
    const longest = all.toSorted(([one], [other]) => other.length - one.length);
    const seconds = Int32Array.from(longest, ([word]) =>
      word.length > 1 ? word.charCodeAt(1) : NONE,
    );
    return { words: longest, seconds };
  });
  return (text, visit) => {
    for (let at = 0; at < text.length; at++) {
      const place = places[text.charCodeAt(at)] as number;
      if (place === 0) continue;
      const { words: all, seconds } = beginnings[place - 1] as Beginning<T>;
      const second = at + 1 < text.length ? text.charCodeAt(at + 1) : NONE;
      for (let one = 0; one < all.length; one++) {
        if (seconds[one] !== NONE && seconds[one] !== second) continue;
        const [word, value] = all[one] as Word<T>;
        if (word.length <= 2 || text.startsWith(word, at)) visit(value, at, word);
      }
    }
  };
}
