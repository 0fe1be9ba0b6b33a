import type { Chat, Message, Update, User } from "grammy/types";
import type { TelegramApi } from "../telegram-api.ts";
import { type Shown, now } from "./chats.ts";

let nextUser = 1001;

/** Somebody at a phone. What he does resolves to the messages that he then sees, once the bot has taken it. */
export function createCandidate(api: TelegramApi, group?: Chat.GroupChat) {
  const id = nextUser++;
  const from: User = { id, is_bot: false, first_name: `Candidate ${id}`, language_code: "zh-hans" };
  const chat: Chat = group ?? { id, type: "private", first_name: from.first_name };
  const { chats, taps } = api.state;
  let last: Update | undefined;
  chats.join(chat);

  async function put(update: Update): Promise<readonly Shown[]> {
    last = update;
    const before = chats.shownIn(chat.id).length;
    await api.put(update);
    return chats.shownIn(chat.id).slice(before);
  }

  function written(text: string) {
    const command = /^\/\w+(?:@\w+)?/u.exec(text)?.[0];
    const entities = command && [
      { type: "bot_command" as const, offset: 0, length: command.length },
    ];
    const message = { message_id: chats.newMessageId(), date: now(), chat, from, text };
    return {
      update_id: api.newUpdateId(),
      message: { ...message, ...(entities && { entities }) } as Message & Update.NonChannel,
    };
  }

  function tapped(data: string, on: Shown | undefined): Update {
    const tap = `tap-${api.newUpdateId()}`;
    taps.add(tap);
    const shown = on ?? { id: 1, text: "an older message", html: "", buttons: [] };
    const message = chats.messageIn(chat, shown);
    return {
      update_id: api.newUpdateId(),
      callback_query: { id: tap, from, chat_instance: String(chat.id), message, data },
    };
  }

  const shown = (): readonly Shown[] => chats.shownIn(chat.id);

  /** The last message that has a button with this label, and what the button carries. */
  function find(label: string): { data: string; on: Shown } {
    for (const on of shown().toReversed())
      for (const button of on.buttons)
        if (button.text === label && "callback_data" in button)
          return { data: button.callback_data, on };
    throw new Error(`candidate: no button "${label}" is shown`);
  }

  return {
    id,
    chat,
    conversation: `telegram:${chat.id}:${id}`,
    shown,
    put,
    written,
    type: (text: string) => put(written(text)),
    /** Changes what he has written before. */
    edit(text: string) {
      const { update_id, message } = written(text);
      return put({ update_id, edited_message: { ...message, edit_date: message.date } });
    },
    tap(label: string) {
      const { data, on } = find(label);
      return put(tapped(data, on));
    },
    /** Taps a button that may never have been there. */
    tapData: (data: string) => put(tapped(data, shown().at(-1))),
    /** Telegram delivers the last update once more. */
    redeliver(): Promise<readonly Shown[]> {
      if (!last) throw new Error("candidate: nothing was done yet");
      return put(last);
    },
    block: () => void chats.blocked.add(chat.id),
  };
}
export type Candidate = ReturnType<typeof createCandidate>;

export function labelsOf(messages: readonly Shown[]): string[] {
  return messages.flatMap(({ buttons }) => buttons.map(({ text }) => text));
}
