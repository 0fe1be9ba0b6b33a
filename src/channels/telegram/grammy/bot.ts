import { Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import { type AssistantParts, createTelegramAssistant } from "../assistant.ts";
import { wenkao } from "../grammy.ts";

export interface BotParts extends Omit<AssistantParts, "alone"> {
  readonly token: string;
  /** Another Bot API server than Telegram's own. */
  readonly apiRoot: string | undefined;
}

/** Seconds that Telegram may keep a long poll open. */
export const POLL_SECONDS = 30;
/** Seconds after which a call counts as lost: longer than any long poll. */
const CALL_SECONDS = POLL_SECONDS + 15;

/** A bot that is nothing but Wenkao. */
export function createBot({ token, apiRoot, ...parts }: BotParts): Bot {
  const bot = new Bot(token, {
    client: {
      ...(apiRoot !== undefined && { apiRoot: apiRoot.replace(/\/+$/u, "") }),
      timeoutSeconds: CALL_SECONDS,
      // a call in the webhook's response fails unseen: no matter for this one, but a reply would be lost
      canUseWebhookReply: (method) => method === "answerCallbackQuery",
    },
  });
  bot.use(wenkao(createTelegramAssistant({ ...parts, alone: true })));
  return bot;
}

/**
 * Puts an update through the bot's middleware.
 * @param answerWith where one call may go, in JSON, instead of to Telegram
 * @throws what the middleware threw
 */
export async function putThrough(
  bot: Bot,
  update: Update,
  answerWith?: (call: string) => void,
): Promise<void> {
  try {
    await bot.handleUpdate(update, answerWith && { send: answerWith });
  } catch (error) {
    throw error instanceof BotError ? error.error : error;
  }
}
