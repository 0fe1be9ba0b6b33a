import type { TelegramAssistant } from "./assistant.ts";
import { type Call, type Me, mayGoUnseen } from "./bot-api.ts";
import type { TelegramUpdate } from "./hearing/update-shape.ts";

/** A bot that is nothing but Wenkao, by one of the libraries. */
export interface Bot {
  readonly call: Call;
  /** Tells it who it is; before that it takes nothing. */
  begin(me: Me): void;
  /**
   * Puts an update through the bot's middleware.
   * @param answerWith where one call may go, in JSON, instead of to Telegram
   * @throws what the middleware threw
   */
  take(update: TelegramUpdate, answerWith?: (call: string) => void): Promise<void>;
}

/** Makes the middleware of a library, and tells it how to call the Bot API for the update in hand. */
export type CreateMiddleware = (parts: {
  readonly token: string;
  readonly assistant: TelegramAssistant;
  readonly callFor: (update: object) => Call;
}) => Pick<Bot, "begin" | "take">;

export interface BotParts {
  readonly createMiddleware: CreateMiddleware;
  readonly token: string;
  readonly assistant: TelegramAssistant;
  readonly call: Call;
}

export function createBot({ createMiddleware, call, ...parts }: BotParts): Bot {
  const answering = new WeakMap<object, Call>();
  const callFor = (update: object): Call => answering.get(update) ?? call;
  const { begin, take } = createMiddleware({ ...parts, callFor });
  return {
    call,
    begin,
    async take(update, answerWith) {
      if (answerWith) answering.set(update, withOneIn(answerWith, call));
      await take(update);
    },
  };
}

/** The first call that may go unseen goes into the answer. */
function withOneIn(answerWith: (call: string) => void, call: Call): Call {
  let isAnswered = false;
  return async (method, params, signal) => {
    if (isAnswered || !mayGoUnseen(method)) return call(method, params, signal);
    isAnswered = true;
    answerWith(JSON.stringify({ ...params, method }));
    return true;
  };
}
