import type { Answered } from "./asker.ts";

/** Where a message stands. */
export interface Standing {
  readonly chat: { readonly id: number; readonly type?: string };
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly reply_to_message?: Answered;
}

/** Where an answer goes, in the parameters of sendMessage. */
export interface Place {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  /** In a group, whom it answers. */
  readonly reply_parameters?: {
    readonly message_id: number;
    readonly allow_sending_without_reply: true;
  };
}

/** @param answered the message that an answer there is an answer to */
export function placeOf(message: Standing, answered: number | undefined): Place {
  const { chat, message_thread_id: thread, is_topic_message: inTopic = false } = message;
  return {
    chat_id: chat.id,
    ...(inTopic && thread !== undefined && { message_thread_id: thread }),
    ...(!isPrivate(message) &&
      answered !== undefined && {
        reply_parameters: { message_id: answered, allow_sending_without_reply: true },
      }),
  };
}

/** A server that leaves the type out has private chats only. */
export function isPrivate({ chat }: Standing): boolean {
  return chat.type === undefined || chat.type === "private";
}
