import fc from "fast-check";
import { BOT } from "../telegram-api/chats.ts";
import payloads from "../telegram-api/payloads.json" with { type: "json" };
import { anyJson, texts } from "./from-schema.ts";

const id = fc.oneof(fc.integer(), fc.constant(BOT.id), fc.maxSafeInteger());
const someone = fc.record({ id, is_bot: fc.boolean() }, { requiredKeys: ["id"] });
const chat = fc.record({ id, type: fc.constantFrom("private", "group", "supergroup", "channel") });
const entities = fc.array(
  fc.record({
    type: fc.constantFrom("mention", "text_mention", "bot_command", "url"),
    offset: fc.integer(),
    length: fc.integer(),
  }),
  { maxLength: 3 },
);
const said = fc.oneof(
  texts,
  texts.map((text) => `/start ${text}`),
  texts.map((text) => `@${BOT.username} ${text}`),
);
const answered = fc.record({ message_id: id, from: someone });
const message = fc
  .tuple(
    fc.record(
      {
        message_id: id,
        chat,
        from: someone,
        text: said,
        caption: said,
        entities,
        media_group_id: texts,
        message_thread_id: id,
        is_topic_message: fc.boolean(),
        reply_to_message: answered,
        reply_markup: fc.record({
          inline_keyboard: fc.array(fc.array(fc.record({ text: texts, callback_data: texts }))),
        }),
      },
      { requiredKeys: ["message_id", "chat"] },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      fc.constantFrom(...Object.values(payloads)),
    ),
  )
  .map(([fields, payload]) => ({ ...fields, ...payload }));
const tap = fc.record(
  { id: texts, from: someone, message, data: texts.map((text) => `wk:${text}`) },
  { requiredKeys: ["id", "from"] },
);
const update = fc.record(
  { update_id: id, message, edited_message: message, callback_query: tap },
  { requiredKeys: ["update_id"] },
);
/** One in three has a part replaced, deep or not, by any JSON. */
export const updates = fc.oneof(
  { weight: 2, arbitrary: update },
  {
    weight: 1,
    arbitrary: fc
      .tuple(update, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), anyJson)
      .map(([whole, way, part]) => ({ ...(replaced(whole, way, part) as object), update_id: 1 })),
  },
);

function replaced(whole: unknown, [step, ...way]: readonly number[], part: unknown): unknown {
  if (step === undefined || typeof whole !== "object" || whole === null) return part;
  const names = Object.keys(whole);
  const name = names[step % Math.max(1, names.length)];
  if (name === undefined) return part;
  return { ...whole, [name]: replaced((whole as Record<string, unknown>)[name], way, part) };
}
