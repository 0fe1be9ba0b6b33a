import { badRequest } from "./refusal.ts";

const TAGS = new Set(["b", "i", "u", "s", "code", "pre", "a", "blockquote"]);
const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
};
const TOKEN = /<(\/?)([a-z]+)(?: [^<>]*)?>|&\w+;|[^<&]+|[<&]/gu;

/**
 * What is seen of a text in Telegram's HTML.
 * @throws {Refusal} for tags that it does not know, or that do not nest
 */
export function seen(html: string): string {
  const open: string[] = [];
  const plain = html.replaceAll(TOKEN, (token: string, slash?: string, tag?: string) => {
    if (tag === undefined) {
      if (token === "<") throw unparsable(html, "a tag that does not end");
      return ENTITIES[token] ?? token;
    }
    if (!TAGS.has(tag)) throw unparsable(html, `Unsupported start tag "${tag}"`);
    if (slash === "") open.push(tag);
    else if (open.pop() !== tag) throw unparsable(html, `Unmatched end tag "${tag}"`);
    return "";
  });
  if (open.length > 0) throw unparsable(html, `Can't find end tag of "${open.join()}"`);
  return plain.trim();
}

function unparsable(html: string, why: string) {
  return badRequest(`can't parse entities: ${why} in ${html.slice(0, 60)}`);
}
