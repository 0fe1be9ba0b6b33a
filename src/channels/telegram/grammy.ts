import { type Api, GrammyError, HttpError, type MiddlewareFn } from "grammy";
import type { Telegram, TelegramAssistant } from "./assistant.ts";
import { TelegramFault } from "./fault.ts";

/** Wenkao in any grammY bot: `bot.use(wenkao(assistant))`. What is not for it goes on to the bot's next middleware. */
export function wenkao(assistant: TelegramAssistant): MiddlewareFn {
  return async (context, next) => {
    const heard = assistant.hear(context.update, context.me.username);
    if (heard) await assistant.answer(heard, through(context.api));
    else await next();
  };
}

function through(api: Api): Telegram {
  return {
    send: (chat, message) => withFaults(api.raw.sendMessage({ chat_id: chat, ...message })),
    acknowledge: (tap) => withFaults(api.answerCallbackQuery(tap)),
  };
}

/** What grammY's call makes. @throws {TelegramFault} for every fault of Telegram or of the network */
export async function withFaults<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw faultOf(cause);
  }
}

function faultOf(cause: unknown): unknown {
  if (cause instanceof GrammyError) {
    const { method, error_code: code, description, parameters } = cause;
    const retryAfter = parameters.retry_after;
    return new TelegramFault(`${method} was refused: ${code} ${description}`, {
      cause,
      code,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }
  if (cause instanceof HttpError)
    return new TelegramFault(`${cause.message} (${reasonOf(cause.error)})`, { cause });
  return cause;
}

/** Its code or kind alone, because its message has the token in the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error) return String(error.code);
  return "type" in error ? String(error.type) : error.name;
}
