import { z } from "zod";

const someone = z.looseObject({ id: z.int() });
const chat = z.looseObject({ id: z.int(), type: z.string().optional() });
const entities = z
  .array(
    z.looseObject({
      type: z.string(),
      offset: z.int(),
      length: z.int(),
      user: someone.optional(),
    }),
  )
  .optional();
const standing = {
  message_id: z.int(),
  chat,
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: z.looseObject({ message_id: z.int(), from: someone.optional() }).optional(),
  text: z.string().optional(),
  entities,
};
const message = z
  .looseObject({
    ...standing,
    from: z.looseObject({ id: z.int(), is_bot: z.boolean() }).optional(),
    caption: z.string().optional(),
    caption_entities: entities,
    media_group_id: z.string().optional(),
  })
  .optional();
const button = z.looseObject({ text: z.string(), callback_data: z.string().optional() });
const markup = z.looseObject({ inline_keyboard: z.array(z.array(button)) });
const tap = z
  .looseObject({
    id: z.string(),
    from: someone,
    message: z.looseObject({ ...standing, reply_markup: markup.optional() }).optional(),
    data: z.string().optional(),
  })
  .optional();
const readable = z.looseObject({
  update_id: z.int(),
  message,
  edited_message: message,
  callback_query: tap,
});

/** Whether what we read of an update has the shape that the Bot API gives it; else it could only ever fail again. */
export function isReadable(update: unknown): boolean {
  return readable.safeParse(update).success;
}
