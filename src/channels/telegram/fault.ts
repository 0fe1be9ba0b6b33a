/** What to do about a refusal that we cannot mend ourselves, by its code. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: "; copy TELEGRAM_TOKEN from BotFather again",
  404: "; copy TELEGRAM_TOKEN from BotFather again, or mend TELEGRAM_API_ROOT",
  409: "; stop the other process that polls with this token, or set a webhook",
};

/** Codes of refusals that pass: another process polls, we were too fast. */
const PASSING = new Set([409, 429]);

/**
 * A call that Telegram refused, or that did not reach it. It may be logged, unlike what the libraries
 * throw: neither the token nor the text of a message stands in it.
 */
export class TelegramFault extends Error {
  override readonly name = "TelegramFault";
  /** As of HTTP, such as 403 when the user has blocked the bot; undefined when Telegram was not reached. */
  readonly code: number | undefined;
  /** Seconds in which Telegram takes no call, with 429. */
  readonly retryAfter: number | undefined;

  constructor(fault: string, options: ErrorOptions & { code?: number; retryAfter?: number }) {
    super(`telegram: ${fault}${REMEDIES[options.code ?? 0] ?? ""}`, options);
    this.code = options.code;
    this.retryAfter = options.retryAfter;
  }

  /** The same call would be refused for ever: a chat that is gone, a token that is wrong. */
  get isFinal(): boolean {
    const { code = 0 } = this;
    return code >= 400 && code < 500 && !PASSING.has(code);
  }
}
