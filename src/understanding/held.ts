import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { isDenied, said } from "./said.ts";

const PAPER = /^(?:的)?(?:技能等级)?(?:证|职业资格)/u;
const GOT = /^(?:证书?)?(?:已经|都|也)?(?:拿了|拿到|到手|下来|考出|考过了|考到|有了|在手)/u;
const HAS = /(?:有|拿了?|考了?|取得了?|持|手里)[^，。,没]{0,8}$/u;

/** Characters around a level that say whether it is held. */
const WINDOW = 16;

export interface Held {
  readonly level: string;
  readonly match?: string | undefined;
  readonly of?: Found<string>;
}

/** Every certificate that is held, with the occupation beside it; several only where each names its own. */
export function heldCertificates(found: Mentions): Held[] {
  const levels = heldLevels(found);
  const held = levels.map((level) => {
    const of = said(found, "occupation").find((name) => isBeside(found.text, name, level));
    return { level: level.value, match: of?.value, ...(of && { of }) };
  });
  const apart = held.length > 1 && held.every(({ match }) => match !== undefined);
  return apart ? held : held.slice(0, 1);
}

/** `四级证`, `拿了四级`, `互联网营销师四级`: a level that is held, not one that is asked for or denied. */
export function heldLevels(found: Mentions): Found<string>[] {
  return found.names.level.filter((level) => isHeld(found, level));
}

function isHeld({ text, names }: Mentions, { start, end }: Found<string>): boolean {
  const of = names.occupation.find((one) => one.end === start || one.start === end);
  const [from, to] = of ? [Math.min(start, of.start), Math.max(end, of.end)] : [start, end];
  if (isDenied(text, from)) return false;
  const before = text.slice(Math.max(0, from - WINDOW), from);
  if (GOT.test(text.slice(to))) return true;
  if (PAPER.test(text.slice(to))) return HAS.test(before) || !/[考报领]$/u.test(before);
  return of !== undefined && HAS.test(before);
}

/** Nothing but 的 stands between an occupation and a level. */
function isBeside(text: string, one: Found<string>, other: Found<string>): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const isNear = second.start - first.end <= 2; // asked of each two, and most stand far apart
  return isNear && /^[的 ]*$/u.test(text.slice(first.end, second.start));
}

/** What leaves no doubt that a paper is at hand: it was got, or so long ago, or it is to be used. */
const AT_HAND = new RegExp(
  "^(?:的)?(?:技能等级)?(?:证书?|职业资格)?(?:已经|都|早就?|我|也|去年|前年|今年|上个?月)*" +
    "(?:拿[了到]|到手|下来|考到|考出|取得|在手|有了|满[\\d一二两三四五六七八九十半])(?!手?[要得需多几])|" +
    "^(?:的)?(?:技能等级)?证书?(?:[\\d一二两三四五六七八九十半]+个?[年月](?![能可内里]|[考报]?几)|[^一二两三四五六七八九十\\d]{0,3}(?:升|直接|再报|再考|想[报考]|能[报考]))",
  "u",
);
const OWNS =
  /(?:(?<![先要须需得没])有|拿[了到过]|考[了到过出]|取得了?|持有?|手[里上])[^，。,没想]{0,8}$/u;
/** 拿到四级 was got; 怎么拿到四级 asks how. */
const GOT_BEFORE = /^[^怎咋想能要可才几]*(?:拿[了到过的]|考[到过出的]|取得[了的]?)$/u;
const TO_GET = /[先要须需考报领办拿得][有个了]?$/u;

/** Levels of certificates that a candidate surely holds; 四级证多少钱 asks for one. */
export function heldSurely(found: Mentions): Found<string>[] {
  const { text, names } = found;
  const isPaper = ({ end }: Found<string>): boolean => PAPER.test(text.slice(end, end + WINDOW));
  const isOther = names.level.some((one) => !isPaper(one)) && names.level.length > 1;
  return names.level.filter((level) => {
    const of = names.occupation.find((one) => isBeside(text, one, level));
    const from = Math.min(level.start, of?.start ?? Infinity);
    const to = Math.max(level.end, of?.end ?? 0);
    if (isDenied(text, from)) return false;
    const after = text.slice(to, to + WINDOW);
    const before = text.slice(Math.max(0, from - WINDOW), from);
    if (AT_HAND.test(after) || GOT_BEFORE.test(before)) return true;
    if (isOther && isPaper(level)) return !TO_GET.test(before);
    const isOf = of !== undefined && !text.slice(from, to).includes(" "); // a space ends a clause
    return OWNS.test(before) && (PAPER.test(after) || isOf);
  });
}
