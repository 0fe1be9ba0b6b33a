import type { Reply } from "../../../message.ts";
import type { ChoiceData } from "./choice-data.ts";
import { type Button, keyboardOf } from "./keyboard.ts";
import { type Line, paragraphsOf, toHtml } from "./lines.ts";
import { inPages } from "./pages.ts";

/** A message to be sent, as Telegram's sendMessage takes it, but for the chat. */
export interface OutgoingMessage {
  text: string;
  parse_mode: "HTML";
  link_preview_options: { is_disabled: true };
  reply_markup?: { inline_keyboard: Button[][] };
}

/** The replies of a turn in Telegram's idiom: the one place where it is made, whatever library sends it. */
export function toMessages(replies: readonly Reply[], data: ChoiceData): OutgoingMessage[] {
  return inBundles(replies).flatMap((bundle) => {
    const pages = inPages(bundle.flatMap(apart));
    const keyboard = bundle.flatMap((reply) => keyboardOf(reply, data));
    return pages.map((page, index) => message(page, index === pages.length - 1 ? keyboard : []));
  });
}

/** A sentence of the channel's own. */
export function toMessage(text: string): OutgoingMessage {
  return message([{ text }], []);
}

function message(page: readonly Line[], keyboard: Button[][]): OutgoingMessage {
  return {
    text: toHtml(page),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
  };
}

/** What has no buttons goes along with what follows, because each message rings the phone. */
function inBundles(replies: readonly Reply[]): Reply[][] {
  const bundles: Reply[][] = [[]];
  for (const reply of replies) {
    bundles.at(-1)?.push(reply);
    if (reply.choices.length > 0 || reply.links.length > 0) bundles.push([]);
  }
  return bundles;
}

/** An empty line between the replies of one message. */
function apart(reply: Reply, index: number): Line[][] {
  return [...(index > 0 ? [[{ text: "" }]] : []), ...paragraphsOf(reply)];
}
