import type { Me } from "../bot-api.ts";
import { type Answered, answeredBy } from "./asker.ts";

/** A part of a message that Telegram marks; offset and length in UTF-16. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly user?: { readonly id: number };
}

export interface Marked {
  readonly entities?: readonly Entity[];
  readonly caption_entities?: readonly Entity[];
  readonly reply_to_message?: Answered;
}

/** What is said to the bot. */
export interface Said {
  /** Without the bot's name; empty where nothing else is said. */
  readonly text: string;
  /** What makes it ours: it is said in private, has our name, or answers our message, as what is for other bots may too. */
  readonly by: "private" | "name" | "answer";
}

/**
 * What a message in a group says to the bot: it names it, or answers one of its messages.
 * @param alone whether what answers the bot's messages answers ours: a bot that we are a guest of has others
 * @returns undefined when it is not for us
 */
export function addressedIn(
  { entities, caption_entities, ...message }: Marked,
  text: string,
  me: Me,
  alone: boolean,
): Said | undefined {
  const marks = entities ?? caption_entities ?? [];
  const named = marks.map((mark) => withoutName(mark, text, me)).find((said) => said !== undefined);
  if (named !== undefined) return { text: named.trim(), by: "name" };
  const isAnswer = alone && answeredBy(message)?.from?.id === me.id;
  return isAnswer ? { text: text.trim(), by: "answer" } : undefined;
}

/** @returns undefined where the mark is not our name: a mention, or a command with it, which what stands before only introduces */
function withoutName(
  { type, offset, length, user }: Entity,
  text: string,
  me: Me,
): string | undefined {
  const marked = text.slice(offset, offset + length);
  const after = text.slice(offset + length);
  const name = `@${me.username.toLowerCase()}`;
  if (type === "bot_command" && marked.toLowerCase().endsWith(name))
    return marked.slice(0, -name.length) + after;
  const isName =
    type === "text_mention"
      ? user?.id === me.id
      : type === "mention" && marked.toLowerCase() === name;
  return isName ? text.slice(0, offset) + after : undefined;
}
