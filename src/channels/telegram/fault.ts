/** What to do about a refusal that we cannot mend ourselves, by its code. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: "; copy TELEGRAM_TOKEN from BotFather again",
  404: "; copy TELEGRAM_TOKEN from BotFather again, or mend TELEGRAM_API_ROOT",
  409: "; stop the other process that polls with this token, or set a webhook",
};

/** Codes of refusals that pass: another process polls, we were too fast, a proxy was not ready. */
const PASSING = new Set([408, 409, 421, 425, 429]);
/** Codes that say something of the chat and the message, and nothing of the bot. */
const OF_CHAT = new Set([400, 403]);

/** What the Bot API says of a refusal. */
export interface Refused {
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?:
    | { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
    | undefined;
}

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
  /** The supergroup that the group has become: the call is to be made for that chat. */
  readonly migratedTo: number | undefined;

  constructor(fault: string, refused: Refused, options: ErrorOptions) {
    super(`telegram: ${fault}${REMEDIES[refused.error_code ?? 0] ?? ""}`, options);
    this.code = refused.error_code;
    this.retryAfter = refused.parameters?.retry_after;
    this.migratedTo = refused.parameters?.migrate_to_chat_id;
  }

  /** The same call would be refused again: a chat that is gone, a token that is wrong. */
  get isFinal(): boolean {
    const { code = 0 } = this;
    return code >= 400 && code < 500 && !PASSING.has(code);
  }

  /** This message will never arrive in this chat, whatever becomes of the bot. */
  get isOfChat(): boolean {
    return OF_CHAT.has(this.code ?? 0);
  }
}

/** Telegram has answered, and said no. */
export function refusal(method: string, refused: Refused, cause?: unknown): TelegramFault {
  const { error_code: code = "no code", description = "no reason" } = refused;
  return new TelegramFault(`${method} was refused: ${code} ${description}`, refused, { cause });
}

/** Telegram was not reached; of a host's library also that what answered is no Bot API. @param error what the network threw */
export function unreached(method: string, error: unknown, cause: unknown): TelegramFault {
  return new TelegramFault(`${method} did not reach Telegram (${reasonOf(error)})`, {}, { cause });
}

/** What answered is no Bot API: perhaps a proxy whose server is away. Its text may repeat the token, and is not kept. */
export function misanswered(method: string, status: number): TelegramFault {
  const fault = `${method} was answered by what is no Bot API (HTTP ${status}), perhaps a proxy; if it stays so, mend TELEGRAM_API_ROOT`;
  return new TelegramFault(fault, {}, {});
}

/** Its code or kind alone, because its message has the token in the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "type" in error ? String(error.type) : error.name;
}
