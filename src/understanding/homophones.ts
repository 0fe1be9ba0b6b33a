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
  { sounds: known, words }: Spelling,
): (text: string) => string {
  const soundOf = (sign: string): string => known.get(sign) ?? sign;
  const byFirst = new Map<string, Sounding[]>();
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    const signs = Array.from(term);
    const sounds = signs.map(soundOf);
    const first = sounds[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), { term, signs, sounds }]);
  }
  const isMeant = (
    { signs: written, sounds: spoken }: Sounding,
    signs: readonly string[],
    sounds: readonly string[],
    at: number,
  ): boolean => {
    if (!spoken.every((sound, place) => sounds[at + place] === sound)) return false;
    const isShared = (sign: string, place: number): boolean => signs[at + place] === sign;
    if (written.every(isShared) || !written.some(isShared)) return false;
    return written.some(
      (_, place) => place > 0 && !words.has(`${signs[at + place - 1]}${signs[at + place]}`),
    );
  };
  return (text) => {
    const signs = Array.from(text);
    const sounds = signs.map(soundOf);
    const mended: string[] = [];
    for (let at = 0; at < signs.length;) {
      const place = at;
      const found = byFirst
        .get(sounds[at] as string)
        ?.find((one) => isMeant(one, signs, sounds, place));
      mended.push(found?.term ?? (signs[at] as string));
      at += found?.signs.length ?? 1;
    }
    return mended.join("");
  };
}

interface Sounding {
  readonly term: string;
  readonly signs: readonly string[];
  readonly sounds: readonly string[];
}
