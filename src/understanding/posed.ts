import { ASKING } from "./hearing.ts";
import { bare } from "./normalise.ts";

/** A question of a message, and what is told before it since the last one: 睡过头没去 还给补不. */
export interface Posed {
  readonly told: readonly string[];
  readonly question: string;
}

/** Characters: a shorter part is a word in passing. */
const LEAST = 2;
/** What wants to be confirmed is asked as well: 够四级了吧. As an answer it would be none: 五年吧. */
const CONFIRMING = /吧$/u;

/**
 * The questions of a message in their order, as they stand between marks, spaces and the words that stand between
 * two questions; what is told after the last one is left out.
 */
export function createPosed(between: readonly string[]): (text: string) => Posed[] {
  const limits = new RegExp(`(?<=[?？吗呢伐])|[，,。.；;！!\\s]+|${between.join("|")}`, "u");
  return (text) => {
    const posed: Posed[] = [];
    let told: string[] = [];
    for (const part of text.split(limits).filter((one) => bare(one).length >= LEAST))
      if (ASKING.test(part) || CONFIRMING.test(part)) {
        posed.push({ told, question: part });
        told = [];
      } else told.push(part);
    return posed;
  };
}
