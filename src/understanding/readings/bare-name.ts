import type { Pack } from "../../knowledge/pack.ts";
import type { Hearing, Reading } from "../hearing.ts";

/** 三级呢, where nothing was asked before, asks no more than 三级. */
const PARTICLE = /[呢呀啊哇]$/u;

/** A level, a direction or a month and nothing else: what is asked of it is offered, not guessed. */
export function readBareName({ vocabulary }: Pack): Reading {
  const { month, name } = vocabulary.alone;
  return ({ plain: said, found, entities, situation }: Hearing) => {
    if (situation.pending !== undefined) return undefined;
    const plain = said.replace(PARTICLE, "");
    if (
      /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u.test(plain) &&
      entities["month"] !== undefined
    )
      return { type: "ASK", asks: [{ answer: month, entities }] };
    const names = [...found.names.level, ...found.names.direction];
    const length = names.reduce((sum, { start, end }) => sum + end - start, 0);
    return names.length > 0 && length === plain.length
      ? { type: "UNSURE", candidates: name, entities }
      : undefined;
  };
}
