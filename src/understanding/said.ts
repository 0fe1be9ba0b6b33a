import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";

/** What stands right before a name and takes it back: 不是应届, 没有四级证, 没做过营销员. */
const NEGATED =
  /(?:不是|并非|非|不算|没有?|没(?:做|当|干|考|拿|上|读)过?|从没|从未|不[给让能])(?:任何|什么|过|[做当考拿学读念干搞]的?)?$/u;
/** Characters before a name that can take it back. */
const NEAR = 8;

type Kind = "occupation" | "major" | "school" | "status";

/** What stands before a name takes it back. */
export function isDenied(text: string, start: number): boolean {
  return NEGATED.test(text.slice(Math.max(0, start - NEAR), start));
}

/** The names of a kind that are not denied. */
export function said({ text, names }: Mentions, kind: Kind): Found<string>[] {
  return names[kind].filter(({ start }) => !isDenied(text, start));
}

/** The one name of a kind; of several none. */
export function only(found: Mentions, kind: Kind): Found<string> | undefined {
  const all = said(found, kind);
  return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined;
}
