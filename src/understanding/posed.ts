import { ASKING } from "./hearing.ts";
import { bare } from "./normalise.ts";

/** A question of a message, and what is told before it since the last one: 睡过头没去 还给补不. */
export interface Posed {
  readonly told: readonly string[];
  readonly question: string;
  /** What is told after the last question: 投诉打哪个电话 成绩一直查不到. */
  readonly after: readonly string[];
}

/** Characters: a shorter part is a word in passing. */
const LEAST = 2;
/** And a longer one more than the name of a matter. */
const NAME = 5;
/** Parts, each of which is classified: no candidate takes more, and a long story ends with what it asks. */
const MOST = 20;
/** So many are a list; two may be one matter told in two breaths. */
const LISTED = 3;
/** What stands between two names of a list, and tells that it is one: 条件和费用. */
const AND = /[和跟与]|以及/u;
/** What is asked of a whole list: 条件和费用分别是多少. */
const OF_ALL =
  /(?:分别|各|都)?(?:是?(?:多少|什么|啥|哪些|怎样|如何|怎么样|咋样)|有哪些|在哪里?|呢)?[?？]*$/u;
/** What is compared is one question: 直播和流量的区别. */
const COMPARED = /区别|差别|不同|关系|一样|一起/u;
/** What wants to be confirmed is asked as well: 够四级了吧, 还好补考哇. As an answer it would be none: 五年吧. */
const CONFIRMING = /[吧哇]$/u;
/** And what somebody is told to hand over: 网址甩一个. */
const DEMANDING = /[给发甩传推来](?:一?个|一份)/u;
/** And what is wished for: 想把方向换掉. A month or a level in it makes it a plan, which is told: 想考三级. */
const WISHING = /想[^月级]*$/u;
const POSES = [ASKING, CONFIRMING, DEMANDING, WISHING];

/**
 * The questions of a message in their order, as they stand between marks, spaces, question words (能退吗多久到账) and
 * the words that stand between two questions.
 */
export function createPosed(between: readonly string[]): (text: string) => Posed[] {
  const limits = new RegExp(
    `[，,、。.；;！!\\s]+|[:：](?!\\d)|(?<=[?？吗呢伐])|${between.join("|")}`,
    "u",
  );
  return (text) => {
    const posed: { told: string[]; question: string; after: string[] }[] = [];
    let told: string[] = [];
    const parts = text.split(limits).filter((one) => bare(one).length >= LEAST);
    const list = AND.test(text) && !COMPARED.test(text) ? joined(parts) : [];
    if (list.length > 0) return list;
    for (const part of parts.slice(-MOST))
      if (POSES.some((poses) => poses.test(part))) {
        posed.push({ told, question: part, after: [] });
        told = [];
      } else told.push(part);
    if (posed.length === 0) return named(told);
    posed.at(-1)?.after.push(...told);
    return posed;
  };
}

/** Where nothing is asked, what is listed by name is: 请教三件事:岁数限制,费用,地址. */
function named(told: readonly string[]): Posed[] {
  const names = told.filter((part) => bare(part).length <= NAME);
  return names.length < LISTED ? [] : names.map(posedAlone);
}

/** Names and nothing else but what is asked of all of them, with a word between that joins them; two of them are a list already. */
function joined(parts: readonly string[]): Posed[] {
  const names = parts.flatMap((part) => part.split(AND)).map((part) => part.replace(OF_ALL, ""));
  const isList = names.every((name) => bare(name).length >= LEAST && bare(name).length <= NAME);
  return isList && names.length > 1 ? names.slice(-MOST).map(posedAlone) : [];
}

function posedAlone(question: string): Posed {
  return { told: [], question, after: [] };
}
