import type { Stretch } from "./stretch.ts";

const MOST = 10;
/** A message has few names; of a long paste no more are read than so many of each kind of cue. */
export const MOST_CUES = 40;
/** Signs of the language that no name of a major or a job holds. */
const NO_NAME = new Set(
  Array.from("的了我你您他她它们吗呢吧呀啊么嘛哦噢啦这那谁啥没不哪几和跟或也已又很才", (sign) =>
    sign.charCodeAt(0),
  ),
);

/** Han characters, and Latin letters and figures as in ui设计. */
function isOfName(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return !NO_NAME.has(code);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 43;
}

/** What comes after a name that a verb began. */
const AFTER =
  /^(?:专业|毕业|出身|科班|能(?!源)|可[以不]|行[不吗么得]|算(?![机法力])|属于|在[不读校名里职]|想|要(?!素)|报(?![关刊业])|考(?!古)|是|有戏|对口|够|合适|符合|怎|咋|和我|应届|现在|后来|然后|但|也|都|就(?!业)|还|刚|今年|去年|已经|有|一样|比较|很|出来)/u;
/** What comes before the name that another is held against: 电子商务算. */
const HELD_AGAINST = /^.*(?:(?<!计)算|属于)(?![法机力])(?=.{2})/u;
const LEADING = new RegExp(
  "^(?:今年|去年|前年|明年|现在|当时|以前|之前|原来|本来|大学|学校|自己|一个|一名|就是|是|叫|就读|毕业于|" +
    "改[成为]|换成|[读念修转换在从被到让做干而但写刚才快还又也都就很最想问请某属算等像]|给(?!排)|大[一二三四五]|研[一二三]|当(?!代)|上(?!海)|有(?![色机])|学(?![前科生徒])|报(?![关刊社])|考(?!古)|" +
    "如果|要是|因为|全日制|统招|正规|普通|成人|文凭|学历|公司|单位|本人|孩子|儿子|女儿|闺女|弟弟|妹妹|哥哥|姐姐|朋友|同学|老公|老婆)",
  "u",
);
const TRAILING =
  /(?:出身|毕业|相关|方面|方向|这块|之类|类|工作|行业|岗位|职业|一职|专业|一行|为主|为生|出来|班|生意|能|可以|应该|到底|(?:算|属于|是)本|算不?算?|属于|是不?是?)$/u;

/** Characters that a name may stand away from the words before it. */
const NEAR = 4;

/** Whether one of the names begins soon after a place: 算不算 and then a listed one. */
export function isFollowed(names: readonly Stretch[], place: number): boolean {
  return names.some(({ start }) => start >= place && start - place <= NEAR);
}

/** Whether a place lies in one of the names: the 学 of 新闻学 is no verb. */
export function isInside(names: readonly Stretch[], place: number): boolean {
  return names.some(({ start, end }) => start <= place && place < end);
}

/** What stands before a listed name and belongs to a sentence, not to a longer name. */
const NOT_NAME =
  /[\d读念做干当搞是在从想报考转修有被去来找和跟里按对以一给让托找交]|(?<![小中大])学|[儿孩]子|女儿|朋友|同学|老[公婆]|联系/u;

/** Whether what stands before a name is no part of a longer one: one sign alone, or words of a sentence. */
export function isSentence(before: string): boolean {
  return before.length === 1 || NOT_NAME.test(before);
}

/** Reads the names that stand before or after a place of a text. */
export interface Walk {
  readonly text: string;
  /** The name that begins at a place, past what is blocked there: after 学, 做 or 专业是. */
  readonly after: (place: number, least: number) => Stretch | undefined;
  /** The name that ends at a place: before 专业, 毕业 or 算不算. */
  readonly before: (place: number, least: number) => Stretch | undefined;
  /** Whether other things are told at a place: a length of time, a school. */
  readonly isBlocked: (place: number) => boolean;
}

/** What is `blocked` belongs to no name. */
export function walkOver(text: string, blocked: readonly Stretch[]): Walk {
  const told = new Uint8Array(text.length);
  for (const { start, end } of blocked) told.fill(1, start, end);
  const isBlocked = (place: number): boolean => told[place] === 1;
  const holds = (place: number): boolean => told[place] === 0 && isOfName(text.charCodeAt(place));
  const trimmed = (from: number, to: number, least: number): Stretch | undefined => {
    let [start, end] = [from, to];
    for (;;) {
      const name = text.slice(start, end);
      const lead = LEADING.exec(name)?.[0].length ?? 0;
      const trail = TRAILING.exec(name)?.[0].length ?? 0;
      if (lead > 0 && end - start - lead >= least) start += lead;
      else if (trail > 0 && end - start - trail >= least) end -= trail;
      else break;
    }
    return end - start >= least && end - start <= MOST ? { start, end } : undefined;
  };
  return {
    text,
    isBlocked,
    after: (place, least) => {
      let start = place;
      while (start < text.length && (isBlocked(start) || text[start] === "的")) start++;
      let end = start;
      while (
        end - start <= MOST &&
        holds(end) &&
        !(end > start && AFTER.test(text.slice(end, end + 4)))
      )
        end++;
      return end - start > MOST ? undefined : trimmed(start, end, least);
    },
    before: (place, least) => {
      let start = place;
      while (start > 0 && place - start <= 2 * MOST && holds(start - 1)) start--;
      start += HELD_AGAINST.exec(text.slice(start, place))?.[0].length ?? 0;
      return trimmed(start, place, least);
    },
  };
}
