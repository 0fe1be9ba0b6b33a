import type { MessageEntity } from "grammy/types";
import { badRequest } from "./refusal.ts";

const TAGS = new Set(["b", "i", "u", "s", "code", "pre", "a", "blockquote"]);
const ENTITIES = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
]);
const TOKEN = /<(\/?)([a-z]+)(?: [^<>]*)?>|&\w+;|[^<&]+|[<&]/gu;

/** Names of entities by their tags. */
const MARKS: Readonly<Record<string, string>> = { b: "bold", i: "italic", u: "underline" };

/**
 * What is seen of a text in Telegram's HTML, and what of it is marked.
 * @throws {Refusal} for tags that it does not know, or that do not nest
 */
export function seen(html: string): { text: string; entities: MessageEntity[] } {
  const open: { tag: string; offset: number }[] = [];
  const entities: { type: string; offset: number; length: number }[] = [];
  let text = "";
  for (const [token, slash, tag] of html.matchAll(TOKEN)) {
    if (tag === undefined) {
      if (token === "<") throw unparsable(html, "a tag that does not end");
      text += ENTITIES.get(token) ?? token;
      continue;
    }
    if (!TAGS.has(tag)) throw unparsable(html, `Unsupported start tag "${tag}"`);
    if (slash === "") {
      open.push({ tag, offset: text.length });
      continue;
    }
    const last = open.pop();
    if (last?.tag !== tag) throw unparsable(html, `Unmatched end tag "${tag}"`);
    const length = text.length - last.offset;
    entities.push({ type: MARKS[tag] ?? tag, offset: last.offset, length });
  }
  if (open.length > 0)
    throw unparsable(html, `Can't find end tag of "${open.map(({ tag }) => tag).join()}"`);
  const before = text.length - text.trimStart().length;
  const shifted = entities.map((one) => ({ ...one, offset: one.offset - before }));
  return { text: text.trim(), entities: shifted as MessageEntity[] };
}

function unparsable(html: string, why: string) {
  return badRequest(`can't parse entities: ${why} in ${html.slice(0, 60)}`);
}
