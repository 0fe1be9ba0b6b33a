import { type Random, oneOf } from "./random.ts";

/** One message of one candidate, however often it is delivered. */
export interface Letter {
  /** Whose conversation. */
  readonly token: string;
  /** Its Idempotency-Key. Conversations use the same ones, which must not matter. */
  readonly id: string;
  readonly text: string;
}

/** What changes the facts or the place of the dialog, so that a reply depends on what came before it. */
const SAID: readonly ((random: Random) => string)[] = [
  (random) => `我${18 + Math.floor(random() * 40)}岁`,
  (random) => `总共做了${1 + Math.floor(random() * 9)}年${1 + Math.floor(random() * 11)}个月`,
  () => "返回",
  () => "返回",
  () => "四级自测",
  () => "三级呢",
  () => "做过网络编辑",
  () => "我是大专",
  () => "毕业了",
  () => "重新开始",
];

/** @param index makes the id */
export function writeLetter(token: string, index: number, random: Random): Letter {
  return { token, id: `${index}`, text: oneOf(random, SAID)(random) };
}
