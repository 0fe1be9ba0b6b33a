import type { Chat, InlineKeyboardButton, Message, User } from "grammy/types";
import { Refusal, badRequest } from "./refusal.ts";

/** A message as the people in a chat see it. */
export interface Shown {
  readonly id: number;
  /** Without markup. */
  readonly text: string;
  readonly html: string;
  readonly buttons: readonly InlineKeyboardButton[];
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
  const blocked = new Set<number>();
  let nextMessage = 1;

  function open(id: number) {
    const one = chats.get(id);
    if (!one) throw badRequest("chat not found");
    if (blocked.has(id)) throw new Refusal(403, "Forbidden: bot was blocked by the user");
    return one;
  }

  return {
    blocked,
    /** A chat is known once somebody in it has written. */
    join(chat: Chat): void {
      if (!chats.has(chat.id)) chats.set(chat.id, { chat, shown: [] });
    },
    newMessageId: () => nextMessage++,
    shownIn: (id: number): readonly Shown[] => chats.get(id)?.shown ?? [],

    show(id: number, message: Omit<Shown, "id">): Message {
      const { chat, shown } = open(id);
      const entry = { ...message, id: nextMessage++ };
      shown.push(entry);
      return asMessage(chat, entry);
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
      return asMessage(chat, after);
    },

    /** @throws {Refusal} when the bot cannot write there */
    check: (id: number): void => void open(id),
    /** A message as it stands in a chat, whether or not the bot may write there now. */
    messageIn: (chat: Chat, shown: Shown): Message => asMessage(chat, shown),
  };
}
export type Chats = ReturnType<typeof createChats>;

function asMessage(chat: Chat, { id, text, buttons }: Shown): Message {
  return {
    message_id: id,
    date: now(),
    chat,
    from: BOT,
    text,
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: [[...buttons]] } }),
  };
}

/** Seconds since 1970. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}
