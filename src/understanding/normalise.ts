import type { Vocabulary } from "../knowledge/schemas/wording.ts";
import { type Spelling, createHomophones } from "./homophones.ts";
import { createSimplified } from "./simplified.ts";
import { createFindWords } from "./words.ts";

export type Normalise = (text: string) => string;

/** "9 月", "４ 级": a figure and its unit belong together; 一共500 能退吗 are two. */
const FIGURE_APART = /(?<=\d) (?=[年月日号天周点分岁个级元块万千百人份张次科门项楼室路])/gu;
/** Far more than any text was seen to need. */
const MOST_PASSES = 10;
const REPEATED = /(\p{L})\1{2,}/gu;
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]|[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}\u{200d}]/gu;
/** Most texts: nothing of their form is to be changed but stretched letters. */
const SETTLED = /^[\u4e00-\u9fff0-9a-z,.?!]*$/u;
/** Signs of which none is UNSEEN, which takes long to tell of each. */
const SEEN = /^[\u4e00-\u9fff\x20-\x7e、。《》“”‘’]*$/u;
const SPACE = /\s/u;
const SPACES = /\s+/gu;

/**
 * One spelling for what candidates write in many: full width, case, control characters, emoji, spaces,
 * stretched letters, traditional characters, the pack's list of slips, and its terms in pinyin or in
 * characters that sound alike. Doing it twice changes nothing.
 */
export function createNormaliser(vocabulary: Vocabulary, spelling: Spelling): Normalise {
  const mend = createHomophones(vocabulary.terms, spelling);
  const simplified = createSimplified();
  const spell = createSpelling({ ...spelling.slips, ...vocabulary.spelling });
  return untilStable((text) => mend(spell(simplified(clean(text)))).trim());
}

/** For the pack's own examples, whose characters are as they ought to be: only their form and the slips. */
export function createPlain({ spelling }: Vocabulary): Normalise {
  const spell = createSpelling(spelling);
  return untilStable((text) => spell(clean(text)).trim());
}

/** Takes away what people say before and after any question, unless it is all that they say. */
export function createFillerRemover({ fillers }: Vocabulary): Normalise {
  const around = new RegExp(`^${repeated(fillers.before)}|${repeated(fillers.after)}$`, "gu");
  return (text) => {
    const rest = text.replaceAll(around, "").trim();
    return bare(rest) === "" ? text : rest;
  };
}

/** The source of a pattern for these words, one after the other with any marks between. */
function repeated(words: readonly string[]): string {
  return `(?:(?:${eitherOf(words)})[^\\p{L}\\p{N}]*)+`;
}

function clean(text: string): string {
  if (SETTLED.test(text)) return unstretched(text);
  const plain = text.normalize("NFKC").toLowerCase();
  const seen = SEEN.test(plain) ? plain : plain.replaceAll(UNSEEN, " ");
  const spaced = SPACE.test(seen)
    ? seen.replaceAll(SPACES, " ").replaceAll(FIGURE_APART, "")
    : seen;
  return unstretched(spaced);
}

/** Of letters; 10000 stays what it is. */
function unstretched(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSame = code === text.charCodeAt(at - 1) && code === text.charCodeAt(at - 2);
    if (isSame || isSurrogate(code)) return text.replaceAll(REPEATED, "$1$1");
  }
  return text; // as most are, which is sooner told without a pattern
}

/** Half of a sign, which is compared as a whole. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** How spellings are mended, the longest slip first: slip → what was meant. */
function createSpelling(slips: Readonly<Record<string, string>>): Normalise {
  const find = createFindWords(Object.entries(slips));
  return (text) => {
    let mended = "";
    let from = 0;
    find(text, (meant, at, slip) => {
      if (at < from) return;
      mended += text.slice(from, at) + meant;
      from = at + slip.length;
    });
    return from === 0 ? text : mended + text.slice(from);
  };
}

/** The source of a pattern for any of these words, the longest first. */
export function eitherOf(words: readonly string[]): string {
  const longest = words.toSorted((a, b) => b.length - a.length);
  return longest.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, "\\$&")).join("|");
}

/** Mending one slip can lay open another. */
function untilStable(pass: Normalise): Normalise {
  return (text) => {
    let mended = text;
    for (let more = 0; more <= MOST_PASSES; more++) {
      const again = pass(mended);
      if (again === mended) break;
      mended = again;
    }
    return mended;
  };
}

/** What most texts are made of that have nothing to lose. */
const BARE = /^[\u4e00-\u9fff0-9a-z]*$/u;

/** Without spaces and punctuation: for whole-message comparison and for character n-grams. */
export function bare(text: string): string {
  if (BARE.test(text)) return text;
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
