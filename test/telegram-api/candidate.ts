import type { Chat, Message, MessageEntity, Update, User } from "grammy/types";
import type { TelegramApi } from "../telegram-api.ts";
import { BOT, type Shown, now } from "./chats.ts";
import payloads from "./payloads.json" with { type: "json" };

/**
 * What a message may hold, in the shape in which the Bot API's documentation and its clients' issues show
 * what it delivers; names, numbers and ids are made up.
 */
export const PAYLOADS = Object.keys(payloads) as Payload[];
export type Payload = keyof typeof payloads;

let nextUser = 1001;

/**
 * Somebody at a phone. What he does resolves to the messages that he then sees, once the bot has taken it.
 * @param group where he writes; else in private
 * @param id where it is somebody who is in another chat too
 */
export function createCandidate(
  api: TelegramApi,
  group?: Chat.GroupChat | Chat.SupergroupChat,
  id = nextUser++,
) {
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

  /** @param rest what the message has besides */
  function written(text: string, rest: object = {}) {
    const entities = marksIn(text);
    return sent({ text, ...(entities.length > 0 && { entities }), ...rest });
  }

  /** @param content the fields of a message that say what it is */
  function sent(content: object) {
    const message = { message_id: chats.newMessage(from), date: now(), chat, from, ...content };
    return {
      update_id: api.newUpdateId(),
      message: message as Message & Update.NonChannel,
    };
  }

  function tapped(data: string, on: Shown | undefined, rest: object = {}) {
    const tap = `tap-${api.newUpdateId()}`;
    taps.add(tap);
    const nothing = { html: "", entities: [], rows: [], buttons: [] };
    const shown = on ?? { id: 1, text: "an older message", ...nothing };
    const message = { ...chats.messageIn(chat, shown), ...rest };
    return {
      update_id: api.newUpdateId(),
      callback_query: { id: tap, from, chat_instance: String(chat.id), message, data },
    } as Update & { callback_query: object };
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
    from,
    chat,
    conversation: `telegram:${chat.id}:${id}`,
    shown,
    put,
    written,
    type: (text: string, rest: object = {}) => put(written(text, rest)),
    /** What makes a message an answer to one of the bot's. */
    answering: (to: Shown) => ({ reply_to_message: chats.messageIn(chat, to) }),
    /** Answers a message of the bot. */
    answer: (text: string, to: Shown | undefined) =>
      put(written(text, to && { reply_to_message: chats.messageIn(chat, to) })),
    /** Sends what is no text, as Telegram writes it. */
    send: (kind: Payload, rest: object = {}) => put(sent({ ...payloads[kind], ...rest })),
    /** Changes what he has written before. */
    edit(text: string, rest: object = {}) {
      const { update_id, message } = written(text, rest);
      return put({ update_id, edited_message: { ...message, edit_date: message.date } });
    },
    /** His place, which he shows live, changes. */
    move() {
      const { update_id, message } = sent(payloads.location);
      return put({ update_id, edited_message: { ...message, edit_date: message.date } });
    },
    /** @param rest what the message of the button has otherwise */
    tap(label: string, rest: object = {}) {
      const { data, on } = find(label);
      return put(tapped(data, on, rest));
    },
    /** Taps a button that may never have been there. */
    tapData: (data: string) => put(tapped(data, shown().at(-1))),
    /** Taps a button of a message that is so old that Telegram has no more than its id. */
    tapOld(data: string) {
      const { update_id, callback_query: query } = tapped(data, undefined);
      const message = { chat, message_id: 1, date: 0 };
      return put({ update_id, callback_query: { ...query, message } });
    },
    /** Taps a button of a game, which carries nothing. */
    play() {
      const { update_id, callback_query: query } = tapped("", undefined);
      const { data: _, ...rest } = { ...query, game_short_name: "none" };
      return put({ update_id, callback_query: rest });
    },
    /** Telegram delivers the last update once more. */
    redeliver(): Promise<readonly Shown[]> {
      if (!last) throw new Error("candidate: nothing was done yet");
      return put(last);
    },
    block: () => void chats.blocked.add(chat.id),
  };
}
/** What Telegram marks of a text by itself. */
function marksIn(text: string): MessageEntity[] {
  const marks = [...text.matchAll(/(?<command>(?<!\S)\/\w+(?:@\w+)?)|(?<mention>@\w{5,})/gu)];
  return marks.map(({ 0: found, index: offset, groups }) => ({
    type: groups?.["command"] === undefined ? "mention" : "bot_command",
    offset,
    length: found.length,
  }));
}

/** What is said to the bot in a group. */
export function naming(text: string): string {
  return `@${BOT.username} ${text}`;
}

export type Candidate = ReturnType<typeof createCandidate>;

export function labelsOf(messages: readonly Shown[]): string[] {
  return messages.flatMap(({ buttons }) => buttons.map(({ text }) => text));
}
