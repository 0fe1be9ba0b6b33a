import {
  type Api,
  Bot,
  BotError,
  type Context,
  GrammyError,
  HttpError,
  type MiddlewareFn,
} from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { TelegramAssistant } from "./assistant.ts";
import type { Call } from "./bot-api.ts";
import type { CreateMiddleware } from "./bot.ts";
import { refusal, unreached } from "./fault.ts";

/**
 * Wenkao in any grammY bot: `bot.use(wenkao(assistant))`. What is not for it goes on to the bot's next middleware.
 * @param callBy how the Bot API is called; absent: by the bot's own client
 */
export function wenkao(
  assistant: TelegramAssistant,
  callBy = ({ api }: Context): Call => callsOf(api),
): MiddlewareFn {
  return async (context, next) => {
    const heard = assistant.hear(context.update, context.me);
    if (heard) await assistant.answer(heard, callBy(context));
    else await next();
  };
}

/** A grammY bot that is nothing but Wenkao. */
export const createGrammyMiddleware: CreateMiddleware = ({ token, assistant, callFor }) => {
  const bot = new Bot(token);
  bot.use(wenkao(assistant, ({ update }) => callFor(update)));
  return {
    begin: (me) => void (bot.botInfo = me as UserFromGetMe),
    async take(update) {
      try {
        await bot.handleUpdate(update as Update);
      } catch (error) {
        throw error instanceof BotError ? error.error : error;
      }
    },
  };
};

/** grammY's types know each method and its parameters; ours come as the API writes them, and none of a method without any. */
type Raw = Readonly<Record<string, (...made: readonly unknown[]) => Promise<unknown>>>;

function callsOf(api: Api): Call {
  return async (method, params, signal) => {
    try {
      return await (api.raw as unknown as Raw)[method]?.(params, signal);
    } catch (cause) {
      if (cause instanceof GrammyError) throw refusal(method, cause, cause);
      throw cause instanceof HttpError ? unreached(method, cause.error, cause) : cause;
    }
  };
}
