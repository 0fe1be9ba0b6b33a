import { type Context, Telegraf, type Telegram, TelegramError, type MiddlewareFn } from "telegraf";
import type { Update, UserFromGetMe } from "telegraf/types";
import type { TelegramAssistant } from "./assistant.ts";
import { CALL_SECONDS, type Call } from "./bot-api.ts";
import type { CreateMiddleware } from "./bot.ts";
import { refusal, unreached } from "./fault.ts";

/**
 * Wenkao in any Telegraf bot: `bot.use(wenkao(assistant))`. What is not for it goes on to the bot's next middleware.
 * @param callBy how the Bot API is called; absent: by the bot's own client
 */
export function wenkao(
  assistant: TelegramAssistant,
  callBy = ({ telegram }: Context): Call => callsOf(telegram),
): MiddlewareFn<Context> {
  return async (context, next) => {
    const heard = assistant.hear(context.update, context.botInfo);
    if (heard) await assistant.answer(heard, callBy(context));
    else await next();
  };
}

/** A Telegraf bot that is nothing but Wenkao. */
export const createTelegrafMiddleware: CreateMiddleware = ({ token, assistant, callFor }) => {
  const bot = new Telegraf(token, { handlerTimeout: Infinity }); // a turn given up on would still be sent
  bot.use(wenkao(assistant, ({ update }) => callFor(update)));
  bot.catch((error) => {
    throw error;
  });
  return {
    begin: (me) => void (bot.botInfo = me as UserFromGetMe),
    take: (update) => bot.handleUpdate(update as Update),
  };
};

/** Telegraf's types know each method and its parameters; ours come as the API writes them. */
interface Raw {
  callApi(method: string, params: object, options: { signal: AbortSignal }): Promise<unknown>;
}

function callsOf(telegram: Telegram): Call {
  return async (method, params = {}, signal) => {
    const late = AbortSignal.timeout(CALL_SECONDS * 1000); // Telegraf itself waits for eight minutes
    try {
      return await (telegram as unknown as Raw).callApi(method, params, {
        signal: signal ? AbortSignal.any([signal, late]) : late,
      });
    } catch (cause) {
      if (cause instanceof TelegramError) throw refusal(method, cause.response, cause);
      throw unreached(method, cause, undefined); // its address may hold the token, so it is not kept
    }
  };
}
