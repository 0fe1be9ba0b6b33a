import { CODES, createPlaces, pairOf } from "./whole-numbers.ts";

/** How the pack's terms are mistyped. Plain data. */
export interface Spelling {
  /** By each sound of a term the characters that sound so. */
  readonly sounds: Readonly<Record<string, string>>;
  /** Terms wholly or partly in pinyin: slip → term. */
  readonly slips: Readonly<Record<string, string>>;
  /** Every two neighbouring characters of the pack's examples and lists, as `pairOf` numbers them: they are no slips. */
  readonly words: Int32Array;
}

/**
 * Puts a term where its sound was typed in other characters: 准考正 → 准考证. Left alone is what
 * shares no character with the term, and pairs of characters that are words themselves: 不考 is not 补考.
 */
export function createHomophones(
  terms: readonly string[],
  { sounds, words }: Spelling,
): (text: string) => string {
  /** Of every character the number of its sound, 0 where no term sounds so. */
  const soundOf = soundsOf(terms, sounds);
  const wordAt = createPlaces(words);
  const byFirst: Sounding[][] = [];
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    const own = codesOf(term).map((code) => soundOf[code] as number);
    (byFirst[own[0] ?? 0] ??= []).push({ term, sounds: own });
  }
  const isMeant = ({ term, sounds: own }: Sounding, text: string, at: number): boolean => {
    if (at + own.length > text.length) return false;
    for (let place = 1; place < own.length; place++)
      if (soundOf[text.charCodeAt(at + place)] !== own[place]) return false;
    let shared = 0;
    for (let place = 0; place < term.length; place++)
      if (text.charCodeAt(at + place) === term.charCodeAt(place)) shared++;
    if (shared === 0 || shared === term.length) return false;
    for (let place = at + 1; place < at + term.length; place++)
      if (wordAt(pairOf(text.charCodeAt(place - 1), text.charCodeAt(place))) === undefined)
        return true;
    return false;
  };
  return (text) => {
    let mended = "";
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const sound = soundOf[text.charCodeAt(at)] as number;
      if (sound === 0) continue;
      const term = byFirst[sound]?.find((one) => isMeant(one, text, at))?.term;
      if (term === undefined) continue;
      mended += text.slice(from, at) + term;
      from = at + term.length;
      at = from - 1;
    }
    return from === 0 ? text : mended + text.slice(from);
  };
}

interface Sounding {
  readonly term: string;
  /** The number of the sound of each character. */
  readonly sounds: readonly number[];
}

/** Numbers the sounds, and what of the terms has none by itself, from 1; by the code of each sign. */
function soundsOf(terms: readonly string[], sounds: Spelling["sounds"]): Uint16Array {
  const numbers = new Uint16Array(CODES);
  let last = 0;
  for (const signs of Object.values(sounds)) {
    last++;
    for (const code of codesOf(signs)) numbers[code] = last;
  }
  for (const code of codesOf(terms.join(""))) if (numbers[code] === 0) numbers[code] = ++last;
  return numbers;
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
