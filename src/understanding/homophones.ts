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
  const soundOf = (sign: string): string => sounds.get(sign) ?? sign;
  const byFirst = new Map<number, Sounding[]>();
  const bySound = new Map<string, Sounding[]>();
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    const [first = "", ...others] = Array.from(term, soundOf);
    const all = bySound.get(first) ?? [];
    all.push({ term, others });
    bySound.set(first, all);
  }
  for (const sign of [...sounds.keys(), ...terms.map((term) => term.charAt(0))])
    byFirst.set(sign.charCodeAt(0), bySound.get(soundOf(sign)) ?? []);
  const isMeant = ({ term, others }: Sounding, text: string, at: number): boolean => {
    for (let place = 1; place < term.length; place++)
      if (soundOf(text.charAt(at + place)) !== others[place - 1]) return false;
    let shared = 0;
    let isWord = true;
    for (let place = 0; place < term.length; place++) {
      if (text.charCodeAt(at + place) === term.charCodeAt(place)) shared++;
      if (place > 0) isWord &&= words.has(text.slice(at + place - 1, at + place + 1));
    }
    return shared > 0 && shared < term.length && !isWord;
  };
  return (text) => {
    let mended = "";
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const term = byFirst.get(text.charCodeAt(at))?.find((one) => isMeant(one, text, at))?.term;
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
  /** The sounds after the first. */
  readonly others: readonly string[];
}
