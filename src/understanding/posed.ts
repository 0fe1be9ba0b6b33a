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
  return names.length < LISTED ? [] : names.map((question) => ({ told: [], question, after: [] }));
}
