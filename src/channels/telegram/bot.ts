import type { TelegramAssistant } from "./assistant.ts";
import type { Call, Me } from "./bot-api.ts";
import type { TelegramUpdate } from "./hearing/update-shape.ts";

/** A bot by one of the libraries. */
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

export type CreateBot = (parts: {
  readonly token: string;
  /** Another Bot API server than Telegram's own, without a slash at its end. */
  readonly apiRoot: string | undefined;
  readonly assistant: TelegramAssistant;
}) => Bot;
