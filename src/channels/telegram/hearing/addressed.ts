import type { Me } from "../bot-api.ts";

/** A part of a message that Telegram marks; offset and length in UTF-16. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly user?: { readonly id: number };
}

interface Marked {
  readonly entities?: readonly Entity[];
  readonly caption_entities?: readonly Entity[];
  readonly reply_to_message?: { readonly from?: { readonly id: number } };
}

/**
 * What a message in a group says to the bot: it names it, or answers one of its messages.
 * @param alone whether what answers the bot's messages answers ours: a bot that we are a guest of has others
 * @returns the text without the bot's name; undefined when it is not for us
 */
export function addressedIn(
  { entities, caption_entities, reply_to_message: answered }: Marked,
  text: string,
  me: Me,
  alone: boolean,
): string | undefined {
  const marks = entities ?? caption_entities ?? [];
  const name = marks.find((mark) => names(mark, text, me));
  if (name) return (text.slice(0, name.offset) + text.slice(name.offset + name.length)).trim();
  return alone && answered?.from?.id === me.id ? text : undefined;
}

function names({ type, offset, length, user }: Entity, text: string, me: Me): boolean {
  if (type === "text_mention") return user?.id === me.id;
  const name = text.slice(offset, offset + length).toLowerCase();
  return type === "mention" && name === `@${me.username.toLowerCase()}`;
}
