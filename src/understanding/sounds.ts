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
  const bySound = new Map(terms.map((term) => [Array.from(term, soundOf).join(" "), term]));
  const lengths = [...new Set(terms.map(({ length }) => length))].toSorted((a, b) => b - a);
  const meant = (
    signs: readonly string[],
    sounds: readonly string[],
    at: number,
    length: number,
  ) => {
    const term = bySound.get(sounds.slice(at, at + length).join(" "));
    const typed = signs.slice(at, at + length);
    if (term === undefined || typed.join("") === term) return undefined;
    const shares = typed.some((sign, place) => sign === term[place]);
    const isSlip = typed.some((sign, place) => place > 0 && !isWord(`${typed[place - 1]}${sign}`));
    return shares && isSlip ? term : undefined;
  };
  return (text) => {
    const signs = Array.from(text);
    const sounds = signs.map(soundOf);
    const mended: string[] = [];
    for (let at = 0; at < signs.length;) {
      const place = at;
      const term = lengths
        .filter((length) => place + length <= signs.length)
        .map((length) => meant(signs, sounds, place, length))
        .find(Boolean);
      mended.push(term ?? (signs[at] as string));
      at += term?.length ?? 1;
    }
    return mended.join("");
  };
}
