/** A call that Telegram refuses. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** The supergroup that the chat has become. */
  readonly migratedTo: number | undefined;

  constructor(code: number, description: string, retryAfter?: number, migratedTo?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
    this.migratedTo = migratedTo;
  }

  /** As the Bot API says it. */
  get envelope() {
    return {
      ok: false,
      error_code: this.code,
      description: this.message,
      ...(this.retryAfter !== undefined && { parameters: { retry_after: this.retryAfter } }),
      ...(this.migratedTo !== undefined && {
        parameters: { migrate_to_chat_id: this.migratedTo },
      }),
    };
  }
}

export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`);
}
