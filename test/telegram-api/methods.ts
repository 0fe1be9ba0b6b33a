import type { InlineKeyboardButton } from "grammy/types";
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
  commands: readonly { command: string; description: string }[];
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
  message_id: z.int().optional(),
  text: z.string(),
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
    return chats.edit(message.chat_id, message.message_id ?? 0, { buttons: buttonsOf(message) });
  },

  answerCallbackQuery(params, { taps }) {
    const { callback_query_id: tap } = read(
      z.looseObject({ callback_query_id: z.string() }),
      params,
    );
    if (taps.delete(tap)) return true;
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  },

  setMyCommands(params, state) {
    state.commands = read(z.looseObject({ commands }), params).commands;
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
  const text = message.parse_mode === "HTML" ? seen(message.text) : message.text.trim();
  if (text === "") throw badRequest("message text is empty");
  if (text.length > 4096) throw badRequest("message is too long");
  return { text, html: message.text, buttons: buttonsOf(message) };
}

function buttonsOf({ reply_markup: keyboard }: Pick<z.infer<typeof written>, "reply_markup">) {
  const buttons: InlineKeyboardButton[] = keyboard?.inline_keyboard.flat() ?? [];
  if (buttons.length > 100) throw badRequest("reply markup is too long");
  for (const one of buttons)
    if ("callback_data" in one && Buffer.byteLength(one.callback_data) > 64)
      throw badRequest("BUTTON_DATA_INVALID");
  return buttons;
}
