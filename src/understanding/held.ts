import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { isDenied, said } from "./said.ts";

const PAPER = /^(?:的)?(?:技能等级)?(?:证|职业资格)/u;
const GOT = /^(?:证书?)?(?:已经|都|也)?(?:拿了|拿到|到手|下来|考出|考过了|考到|有了|在手)/u;
const HAS = /(?:有|拿了?|考了?|取得了?|持|手里)[^，。,没]{0,8}$/u;

export interface Held {
  readonly level: string;
  readonly match?: string | undefined;
  readonly of?: Found<string>;
}

/** Every certificate that is held, with the occupation beside it; several only where each names its own. */
export function heldCertificates(found: Mentions): Held[] {
  const levels = heldLevels(found);
  const held = levels.map((level) => {
    const of = said(found, "occupation").find((name) => isBeside(name, level));
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
  const before = text.slice(0, from);
  if (GOT.test(text.slice(to))) return true;
  if (PAPER.test(text.slice(to))) return HAS.test(before) || !/[考报领]$/u.test(before);
  return of !== undefined && HAS.test(before);
}

function isBeside(one: Found<string>, other: Found<string>): boolean {
  return Math.max(one.start, other.start) - Math.min(one.end, other.end) <= 2;
}
