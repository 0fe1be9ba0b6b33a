import type { Chat, InlineKeyboardButton, Message, MessageEntity, User } from "grammy/types";
import { Refusal, badRequest } from "./refusal.ts";

/** A message as the people in a chat see it. */
export interface Shown {
  readonly id: number;
  /** Without markup. */
  readonly text: string;
  readonly html: string;
  readonly entities: readonly MessageEntity[];
  readonly rows: readonly (readonly InlineKeyboardButton[])[];
  /** Those of all rows. */
  readonly buttons: readonly InlineKeyboardButton[];
  /** The message that it answers. */
  readonly answered?: number | undefined;
}

export const BOT: User & { is_bot: true; username: string } = {
  id: 42,
  is_bot: true,
  first_name: "Wenkao",
  username: "wenkao_bot",
};

/** The chats that the bot can write to. */
export function createChats() {
  const chats = new Map<number, { readonly chat: Chat; readonly shown: Shown[] }>();
  const authors = new Map<number, User>();
  const moved = new Map<number, number>();
  const blocked = new Set<number>();
  let nextMessage = 1;

  function open(id: number) {
    const one = chats.get(id);
    if (!one) throw badRequest("chat not found");
    const supergroup = moved.get(id);
    if (supergroup !== undefined)
      throw new Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        undefined,
        supergroup,
      );
    if (blocked.has(id)) throw new Refusal(403, "Forbidden: bot was blocked by the user");
    return one;
  }

  return {
    blocked,
    /** A chat is known once somebody in it has written. */
    join(chat: Chat): void {
      if (!chats.has(chat.id)) chats.set(chat.id, { chat, shown: [] });
    },
    /** A message that somebody writes. */
    newMessage(author: User): number {
      authors.set(nextMessage, author);
      return nextMessage++;
    },
    /** Ids of somebody's messages, the oldest first. */
    writtenBy: (id: number): number[] =>
      [...authors].filter(([, author]) => author.id === id).map(([message]) => message),
    /** A group becomes a supergroup, which is another chat. */
    migrate(id: number, chat: Chat.SupergroupChat): void {
      moved.set(id, chat.id);
      chats.set(chat.id, { chat, shown: [] });
    },
    shownIn: (id: number): readonly Shown[] => chats.get(id)?.shown ?? [],

    show(id: number, message: Omit<Shown, "id">): Message {
      const { chat, shown } = open(id);
      const entry = { ...message, id: nextMessage++ };
      shown.push(entry);
      return asMessage(chat, entry, authors);
    },

    /** @throws {Refusal} when there is no such message, or nothing changes */
    edit(id: number, messageId: number, change: Partial<Omit<Shown, "id">>): Message {
      const { chat, shown } = open(id);
      const at = shown.findIndex((one) => one.id === messageId);
      const before = shown[at];
      if (!before) throw badRequest("message to edit not found");
      const after = { ...before, ...change };
      if (JSON.stringify(after) === JSON.stringify(before))
        throw badRequest("message is not modified");
      shown[at] = after;
      return asMessage(chat, after, authors);
    },

    /** @throws {Refusal} when the bot cannot write there */
    check: (id: number): void => void open(id),
    /** A message as it stands in a chat, whether or not the bot may write there now. */
    messageIn: (chat: Chat, shown: Shown): Message => asMessage(chat, shown, authors),
  };
}
export type Chats = ReturnType<typeof createChats>;

function asMessage(
  chat: Chat,
  { id, text, entities, rows, answered }: Shown,
  authors: ReadonlyMap<number, User>,
): Message {
  const author = answered === undefined ? undefined : authors.get(answered);
  const message = { message_id: id, date: now(), chat, from: BOT, text };
  const original = { message_id: answered, date: now(), chat, from: author, text: "" };
  return {
    ...message,
    ...(entities.length > 0 && { entities }),
    ...(author && { reply_to_message: original }),
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  } as Message;
}

/** Seconds since 1970. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}
