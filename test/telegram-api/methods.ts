import type { InlineKeyboardButton, MessageEntity } from "grammy/types";
import { z } from "zod";
import { BOT, type Chats, type Shown } from "./chats.ts";
import { seen } from "./html.ts";
import type { Queue } from "./queue.ts";
import { Refusal, badRequest } from "./refusal.ts";
import type { Webhook } from "./webhook.ts";

/** What the methods work on. */
export interface State {
  readonly chats: Chats;
  readonly queue: Queue;
  /** Taps that wait to be acknowledged. */
  readonly taps: Set<string>;
  webhook: Webhook | undefined;
  /** What was shown over the chat, as the answer to a tap. */
  readonly alerts: string[];
  commands: readonly { command: string; description: string }[];
  description: string;
  shortDescription: string;
  menuButton: z.infer<typeof menuButton> | undefined;
}

type Params = Readonly<Record<string, unknown>>;
type Method = (params: Params, state: State, gone: AbortSignal) => unknown;

const button = z.union([
  z.strictObject({ text: z.string().min(1), callback_data: z.string().min(1) }),
  z.strictObject({ text: z.string().min(1), url: z.url() }),
]);
const markup = z.strictObject({ inline_keyboard: z.array(z.array(button)) });
const written = z.strictObject({
  chat_id: z.int(),
  message_thread_id: z.int().optional(),
  message_id: z.int().optional(),
  reply_parameters: z
    .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
  text: z.string(),
  entities: z
    .array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() }))
    .optional(),
  parse_mode: z.literal("HTML").optional(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
  reply_markup: markup.optional(),
});
const webhook = z.looseObject({ url: z.url(), secret_token: z.string().optional() });
const polled = z.looseObject({
  offset: z.int().optional(),
  limit: z.int().optional(),
  timeout: z.int().optional(),
});
const acknowledged = z.strictObject({
  callback_query_id: z.string(),
  text: z.string().max(200).optional(),
  show_alert: z.boolean().optional(),
});
const menuButton = z.union([
  z.strictObject({ type: z.literal("commands") }),
  z.strictObject({
    type: z.literal("web_app"),
    text: z.string().min(1),
    web_app: z.strictObject({ url: z.url({ protocol: /^https$/u }) }),
  }),
]);
const commands = z.array(
  z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/u), description: z.string() }),
);

/** The methods of the Bot API that a bot of ours may use, as strict as Telegram about what it refuses. */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: () => BOT,

  getUpdates(params, { queue, webhook: hook }, gone) {
    if (hook)
      throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    return queue.poll(read(polled, params) as Record<string, number>, gone);
  },

  setWebhook(params, state) {
    const { url, secret_token: secret } = read(webhook, params);
    state.webhook = { url, secret };
    return true;
  },

  deleteWebhook(_, state) {
    state.webhook = undefined;
    return true;
  },

  sendMessage(params, { chats }) {
    const message = read(written, params);
    return chats.show(message.chat_id, toShown(message));
  },

  editMessageText(params, { chats }) {
    const message = read(written, params);
    return chats.edit(message.chat_id, message.message_id ?? 0, toShown(message));
  },

  editMessageReplyMarkup(params, { chats }) {
    const message = read(written.omit({ text: true }), params);
    return chats.edit(message.chat_id, message.message_id ?? 0, keyboardOf(message));
  },

  answerCallbackQuery(params, { taps, alerts }) {
    const { callback_query_id: tap, text } = read(acknowledged, params);
    if (text !== undefined) alerts.push(text);
    if (taps.delete(tap)) return true;
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  },

  setMyCommands(params, state) {
    state.commands = read(z.looseObject({ commands }), params).commands;
    return true;
  },

  setMyDescription(params, state) {
    state.description = read(
      z.strictObject({ description: z.string().max(512) }),
      params,
    ).description;
    return true;
  },

  setMyShortDescription(params, state) {
    const short = z.strictObject({ short_description: z.string().max(120) });
    state.shortDescription = read(short, params).short_description;
    return true;
  },

  setChatMenuButton(params, state) {
    state.menuButton = read(z.strictObject({ menu_button: menuButton }), params).menu_button;
    return true;
  },

  sendChatAction(params, { chats }) {
    const { chat_id: chat } = read(z.looseObject({ chat_id: z.int(), action: z.string() }), params);
    chats.check(chat);
    return true;
  },
};

function read<T>(schema: z.ZodType<T>, params: Params): T {
  const { success, data, error } = schema.safeParse(params);
  if (success) return data;
  throw badRequest(z.prettifyError(error));
}

function toShown(message: z.infer<typeof written>): Omit<Shown, "id"> {
  const { text, entities } = message.parse_mode === "HTML" ? seen(message.text) : plain(message);
  if (text === "") throw badRequest("message text is empty");
  if (text.length > 4096) throw badRequest("message is too long");
  const answered = message.reply_parameters?.message_id;
  return { text, html: message.text, entities, answered, ...keyboardOf(message) };
}

function plain({ text, entities = [] }: z.infer<typeof written>) {
  const seenOf = text.trim();
  for (const { offset, length } of entities)
    if (offset < 0 || offset + length > text.length) throw badRequest("entity beyond the text");
  return { text: seenOf, entities: entities as MessageEntity[] };
}

function keyboardOf({ reply_markup: keyboard }: Pick<z.infer<typeof written>, "reply_markup">) {
  const rows: InlineKeyboardButton[][] = keyboard?.inline_keyboard ?? [];
  const buttons = rows.flat();
  if (buttons.length > 100) throw badRequest("reply markup is too long");
  for (const one of buttons)
    if ("callback_data" in one && Buffer.byteLength(one.callback_data) > 64)
      throw badRequest("BUTTON_DATA_INVALID");
  return { rows, buttons };
}
