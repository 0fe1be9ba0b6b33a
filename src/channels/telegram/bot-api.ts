/**
 * One call of the Bot API, by our client or a host's: a method, such as `sendMessage`, and its parameters in
 * the API's own names.
 * @param signal gives the call up
 * @returns what the method makes
 * @throws {TelegramFault} for every fault of Telegram or of the network
 */
export type Call = (
  method: string,
  params?: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
) => Promise<unknown>;

/** The bot itself, as `getMe` says. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

/**
 * Methods that may travel in the answer to a webhook: there no fault is ever
 * seen. That would lose a reply, but where a keyboard stays the dialog has its word for stale buttons.
 */
export function mayGoUnseen(method: string): boolean {
  return method.startsWith("editMessage");
}

/** Seconds that Telegram may keep a long poll open. */
export const POLL_SECONDS = 30;
/** Seconds after which a call counts as lost: longer than any long poll. */
export const CALL_SECONDS = POLL_SECONDS + 15;
