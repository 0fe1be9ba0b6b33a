import type { Stretch } from "./stretch.ts";

/** Words for somebody else than the one who writes. */
export const KIN =
  "爸|妈|爷|奶|叔|姨|舅|姑|公公|婆婆|儿子|女儿|闺女|孩子|小孩|娃|弟弟?|妹妹?|哥哥?|姐姐?|侄子|侄女|外甥|老公|老婆|爱人|对象|亲戚|朋友|同学|同事|室友|闺蜜|(?<!其)他|她";
const OTHER = new RegExp(
  `^(?:听说|像|帮|替|给|代|问下|问问|请问)?(?:[我俺咱](?:有个|有一个|一个|一|的|们)?)?(?:${KIN})`,
  "u",
);
const SELF = new RegExp(`我(?!(?:有个|有一个|一个|一|的|们|家)?(?:${KIN}))|本人|俺(?!${KIN})`, "u");
const MARK = /[，,。；;！!？?：: ]/u;
const ASKS = /[能可行够报考吗么不]/u;

/**
 * The parts of a text that are about another person than the one asked about: of 我朋友52了，我38能考吧 the first.
 * Empty where only one person is spoken of.
 */
export function partsOfOthers(text: string): Stretch[] {
  if (!/[我俺]|本人/u.test(text) || !MARK.test(text)) return [];
  const clauses = clausesOf(text);
  const last = clauses.findLast(({ of, words }) => of !== undefined && ASKS.test(words));
  const asked = last?.of ?? clauses.at(-1)?.of;
  const isOfTwo = new Set(clauses.flatMap(({ of }) => of ?? [])).size > 1;
  return isOfTwo ? clauses.filter(({ of }) => of !== undefined && of !== asked) : [];
}

interface Clause extends Stretch {
  readonly words: string;
  readonly of: "self" | "other" | undefined;
}

/** Each clause with whom it is about; one that names nobody goes on from the one before. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const words of text.split(MARK)) {
    const of = OTHER.test(words) ? "other" : SELF.test(words) ? "self" : clauses.at(-1)?.of;
    if (words !== "") clauses.push({ words, of, start, end: start + words.length });
    start += words.length + 1; // a mark is one sign
  }
  return clauses;
}
