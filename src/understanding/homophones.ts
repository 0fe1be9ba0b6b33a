/** How the pack's terms are mistyped. Plain data. */
export interface Spelling {
  /** The sound of every character that sounds like one of a term; others sound like none. */
  readonly sounds: ReadonlyMap<string, string>;
  /** Terms wholly or partly in pinyin: slip → term. */
  readonly slips: Readonly<Record<string, string>>;
  /** Every two neighbouring characters of the pack's examples and lists: they are no slips. */
  readonly words: ReadonlySet<string>;
}

/**
 * Puts a term where its sound was typed in other characters: 准考正 → 准考证. Left alone is what
 * shares no character with the term, and pairs of characters that are words themselves: 不考 is not 补考.
 */
export function createHomophones(
  terms: readonly string[],
  { sounds, words }: Spelling,
): (text: string) => string {
  const numberOf = numbersOfSounds(terms, sounds);
  /** Of every character the number of its sound, 0 where no term sounds so. */
  const soundOf = new Uint16Array(CODES);
  for (const sign of [...sounds.keys(), ...Array.from(terms.join(""))])
    soundOf[sign.charCodeAt(0)] = numberOf(sign);
  const byFirst: Sounding[][] = [];
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    const own = Array.from(term, numberOf);
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
      if (!words.has(text.slice(place - 1, place + 1))) return true;
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

/** Signs have codes below this one. */
const CODES = 2 ** 16;

interface Sounding {
  readonly term: string;
  /** The number of the sound of each character. */
  readonly sounds: readonly number[];
}

/** Numbers the sounds, and what of the terms has none by itself; from 1. */
function numbersOfSounds(
  terms: readonly string[],
  sounds: Spelling["sounds"],
): (sign: string) => number {
  const all = new Set([...sounds.values(), ...Array.from(terms.join(""))]);
  const numbers = new Map(Array.from(all, (sound, at) => [sound, at + 1]));
  return (sign) => numbers.get(sounds.get(sign) ?? sign) ?? 0;
}
