import { pinyin } from "pinyin-pro";

/** A word in the characters or the pinyin that it is mistyped in, as it was meant. */
export type Mend = (text: string) => string;

const HAN = /\p{Script=Han}/u;
/** Neighbouring sounds that many do not tell apart: 神份证 and 身份证. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^zh/u, "z"],
  [/^ch/u, "c"],
  [/^sh/u, "s"],
  [/([aei])ng$/u, "$1n"],
];
const heard = new Map<string, string>();

/** The toneless sound of one character, what sounds alike made the same; itself where it has none. */
function soundOf(sign: string): string {
  const known = heard.get(sign);
  if (known !== undefined) return known;
  const sound = HAN.test(sign)
    ? ALIKE.reduce((text, [from, to]) => text.replace(from, to), plainSound(sign))
    : sign;
  heard.set(sign, sound);
  return sound;
}

function plainSound(sign: string): string {
  return pinyin(sign, { toneType: "none", v: true }).toLowerCase();
}

/**
 * Ways to type a term wholly or partly in pinyin: zhengshu, zheng书, 证shu.
 * @returns slip → term
 */
export function pinyinSlips(terms: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    terms.flatMap((term) =>
      Array.from(term)
        .reduce<string[]>(
          (ways, sign) => ways.flatMap((way) => [way + sign, way + plainSound(sign)]),
          [""],
        )
        .filter((way) => way !== term)
        .map((way) => [way, term]),
    ),
  );
}

/**
 * Puts a term where its sound was typed in other characters: 准考正 → 准考证. Left alone is what
 * shares no character with the term, and pairs of characters that are words themselves: 不考 is not 补考.
 * @param isWord whether two neighbouring characters stand like that in the pack
 */
export function createHomophones(
  terms: readonly string[],
  isWord: (pair: string) => boolean,
): Mend {
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
      (_, place) => place > 0 && !isWord(`${signs[at + place - 1]}${signs[at + place]}`),
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
