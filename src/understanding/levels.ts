import type { Found } from "./finder.ts";
import { type Stretch, overlapsAny } from "./stretch.ts";

const FIGURES = "零〇一二两三四五六七八九十百";
const FIGURE = new RegExp(`^[${FIGURES}]`, "u");
const LARGER = /[十百零〇]$/u;
/** 降一级 is one step, and no level. */
const STEP = /[降升高低下上哪这那每同差跳隔]$/u;
/** 三、四级 and 三四级 name two levels. */
const ALSO = new RegExp(`([\\d${FIGURES}])[、,/和或跟至到-]?$`, "u");
/** 中级 alone is a level only where no other noun follows: 中级会计师, 中级职称. */
const PLAIN = /^[初中高]级$/u;
const NOUN =
  /^的?(?![证的能可要多条怎什呢吗吧行得和跟还收方难费考报用需有啊么也都就是够])\p{Script=Han}/u;

/**
 * The levels among the names found: not in the name of something else (`apart`), nor part of a larger figure,
 * such as 十四级; of 三四级 both.
 * @param levelOf the id of a level by any of its names
 */
export function levelsIn(
  text: string,
  found: readonly Found<string>[],
  apart: readonly Stretch[],
  levelOf: ReadonlyMap<string, string>,
): Found<string>[] {
  return found.flatMap((level) => {
    const { alias, start, end } = level;
    if (apart.length > 0 && overlapsAny(level, apart)) return [];
    if (PLAIN.test(alias) && (NOUN.test(text.slice(end)) || text.includes("职称"))) return [];
    const before = text.slice(Math.max(0, start - 2), start);
    const isFigure = FIGURE.test(alias) || /^\d/u.test(alias);
    if (!isFigure || before === "") return [level];
    if (LARGER.test(before) || (alias.startsWith("一") && STEP.test(before))) return [];
    const figure = ALSO.exec(before)?.[1];
    const also = figure === undefined ? undefined : levelOf.get(figure + alias.slice(1));
    if (also === undefined) return [level];
    const place = start - 1 - Number(!before.endsWith(figure ?? ""));
    return [{ value: also, alias: figure ?? "", start: place, end: place + 1 }, level];
  });
}
