import { type Api, Bot, BotError, GrammyError, HttpError, type MiddlewareFn } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { TelegramAssistant } from "./assistant.ts";
import { CALL_SECONDS, type Call, mayGoUnseen } from "./bot-api.ts";
import type { CreateBot } from "./bot.ts";
import { refusal, unreached } from "./fault.ts";

/** Wenkao in any grammY bot: `bot.use(wenkao(assistant))`. What is not for it goes on to the bot's next middleware. */
export function wenkao(assistant: TelegramAssistant): MiddlewareFn {
  return async (context, next) => {
    const heard = assistant.hear(context.update, context.me);
    if (heard) await assistant.answer(heard, callsOf(context.api));
    else await next();
  };
}

/** A grammY bot that is nothing but Wenkao. */
export const createGrammyBot: CreateBot = ({ token, apiRoot, assistant }) => {
  const bot = new Bot(token, {
    client: {
      ...(apiRoot !== undefined && { apiRoot }),
      timeoutSeconds: CALL_SECONDS,
      canUseWebhookReply: mayGoUnseen,
    },
  });
  bot.use(wenkao(assistant));
  return {
    call: callsOf(bot.api),
    begin: (me) => void (bot.botInfo = me as UserFromGetMe),
    async take(update, answerWith) {
      try {
        await bot.handleUpdate(update as Update, answerWith && { send: answerWith });
      } catch (error) {
        throw error instanceof BotError ? error.error : error;
      }
    },
  };
};

/** Methods without parameters, to which grammY hands the signal first. */
const BARE: ReadonlySet<string> = new Set(["getMe", "getWebhookInfo"]);

/** grammY's types know each method and its parameters; ours come as the API writes them. */
type Raw = Readonly<Record<string, (...made: readonly unknown[]) => Promise<unknown>>>;

function callsOf(api: Api): Call {
  return async (method, params, signal) => {
    try {
      const made = BARE.has(method) ? [signal] : [params, signal];
      return await (api.raw as unknown as Raw)[method]?.(...made);
    } catch (cause) {
      if (cause instanceof GrammyError) throw refusal(method, cause, cause);
      throw cause instanceof HttpError ? unreached(method, cause.error, cause) : cause;
    }
  };
}
