import { z } from "zod";
import type { TappedMessage } from "../showing/retired.ts";
import type { Entity, Marked } from "./addressed.ts";
import type { Signed } from "./asker.ts";
import type { Standing } from "./place.ts";

/** What we read of Telegram's Update; the type of every library fits it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly message?: Message;
  readonly edited_message?: Message;
  readonly callback_query?: {
    readonly id: string;
    readonly from: { readonly id: number };
    readonly message?: TappedMessage & Standing;
    readonly data?: string;
  };
}

export interface Message extends Standing, Signed, Marked {
  readonly message_id: number;
  readonly text?: string;
  readonly caption?: string;
  readonly media_group_id?: string;
}

/** @returns undefined for what Telegram would not send: it is no update of ours */
export function readUpdate(value: unknown): TelegramUpdate | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!wasRead.has(value)) wasRead.set(value, updateSchema.safeParse(value).data);
  return wasRead.get(value);
}

/** For its lane and for its answer an update is asked for twice, and read once. */
const wasRead = new WeakMap<object, TelegramUpdate | undefined>();

const id = z.int();
const text = z.string().exactOptional();

const signed = {
  from: z.looseObject({ id, is_bot: z.boolean().exactOptional() }).exactOptional(),
  sender_chat: z.looseObject({ id }).exactOptional(),
  is_automatic_forward: z.boolean().exactOptional(),
};

const entities: z.ZodExactOptional<z.ZodArray<z.ZodType<Entity>>> = z
  .array(
    z.looseObject({
      type: z.string(),
      offset: z.int(),
      length: z.int(),
      user: z.looseObject({ id }).exactOptional(),
    }),
  )
  .exactOptional();

const standing = {
  message_id: id,
  chat: z.looseObject({ id, type: text }),
  message_thread_id: id.exactOptional(),
  is_topic_message: z.boolean().exactOptional(),
  reply_to_message: z
    .looseObject({
      message_id: id,
      ...signed,
      forum_topic_created: z.looseObject({}).exactOptional(),
    })
    .exactOptional(),
};

const message: z.ZodType<Message> = z.looseObject({
  ...standing,
  ...signed,
  text,
  entities,
  caption: text,
  caption_entities: entities,
  media_group_id: text,
});

const keyboard = z.looseObject({
  inline_keyboard: z.array(z.array(z.looseObject({ text: z.string(), callback_data: text }))),
});

const tapped: z.ZodType<TappedMessage & Standing> = z.looseObject({
  ...standing,
  message_id: id.default(0), // telegram-test-api leaves it out
  text,
  entities,
  reply_markup: keyboard.exactOptional(),
});

const updateSchema: z.ZodType<TelegramUpdate> = z.looseObject({
  update_id: id,
  message: message.exactOptional(),
  edited_message: message.exactOptional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: z.looseObject({ id }),
      message: tapped.exactOptional(),
      data: text,
    })
    .exactOptional(),
});
