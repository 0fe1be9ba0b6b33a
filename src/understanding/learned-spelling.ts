import { pinyin } from "pinyin-pro";
import type { Pack } from "../knowledge/pack.ts";
import type { Spelling } from "./homophones.ts";
import { pairOf } from "./whole-numbers.ts";

/** Neighbouring sounds that many do not tell apart: 神份证 and 身份证. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^zh/u, "z"],
  [/^ch/u, "c"],
  [/^sh/u, "s"],
  [/([aei])ng$/u, "$1n"],
];
/** The characters that may be typed for another, U+4E00 to U+9FFF; the others are rare. */
const [FIRST_SIGN, LAST_SIGN] = [0x4e00, 0x9fff];

/** How the terms of the pack are mistyped in pinyin and in characters that sound alike. */
export function learnSpelling(pack: Pack): Spelling {
  const { terms } = pack.vocabulary;
  const meant = new Set(terms.flatMap((term) => Array.from(term, soundOf)));
  const sounds: Record<string, string> = {};
  for (let code = FIRST_SIGN; code <= LAST_SIGN; code++) {
    const sign = String.fromCodePoint(code);
    const sound = soundOf(sign);
    if (meant.has(sound)) sounds[sound] = (sounds[sound] ?? "") + sign;
  }
  return { sounds, slips: pinyinSlips(terms), words: wordsOf(pack) };
}

/** The toneless sound of a character, what sounds alike made the same; itself where it has none. */
function soundOf(sign: string): string {
  return ALIKE.reduce((text, [from, to]) => text.replace(from, to), plainSound(sign));
}

function plainSound(sign: string): string {
  return pinyin(sign, { toneType: "none", v: true }).toLowerCase();
}

/**
 * Ways to type a term wholly or partly in pinyin: zhengshu, zheng书, 证shu.
 * @returns slip → term
 */
function pinyinSlips(terms: readonly string[]): Record<string, string> {
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

/** Every two neighbouring characters of the pack's examples and lists. */
function wordsOf({ answers, majors, occupations, education }: Pack): Int32Array {
  const named = [...majors.listed, ...majors.similar, ...majors.unlisted, ...occupations.related];
  const texts = [
    ...[...answers.values()].flatMap(({ title, examples }) => [title, ...examples]),
    ...[...named, ...occupations.own, ...occupations.unlisted, ...occupations.unclear].flatMap(
      ({ name, aliases }) => [name, ...aliases],
    ),
    ...[...education.schools, ...education.statuses].flatMap(({ aliases }) => aliases),
  ];
  const words = new Set<number>();
  for (const text of texts)
    for (let at = 0; at + 1 < text.length; at++)
      words.add(pairOf(text.charCodeAt(at), text.charCodeAt(at + 1)));
  return Int32Array.from(words);
}
