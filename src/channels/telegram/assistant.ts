import type { Logger } from "pino";
import type { Incoming, Moment, Turn } from "../../message.ts";
import { BusyError, KeyReusedError } from "../../refusals.ts";
import { createChoiceData } from "./choice-data.ts";
import { TelegramFault } from "./fault.ts";
import { type OutgoingMessage, toMessage, toMessages } from "./messages.ts";
import { createPersistence } from "./persistence.ts";
import { type Hear, type Heard, createHearing } from "./updates.ts";

/** What a library does for us; each call may throw TelegramFault. */
export interface Telegram {
  send(chat: number, message: OutgoingMessage): Promise<unknown>;
  /** Ends the waiting sign of a tapped button. */
  acknowledge(tap: string): Promise<unknown>;
}

/** Wenkao on Telegram, whatever library carries it. */
export interface TelegramAssistant {
  readonly hear: Hear;
  /**
   * Takes the turn and sends its replies. A fault of the store becomes a sentence; a user who has
   * blocked the bot is left alone.
   * @throws {TelegramFault} replies could not be sent but may be later: the same update sends them again
   */
  answer(heard: Heard, telegram: Telegram): Promise<void>;
}

export interface AssistantParts {
  /** May throw BusyError and KeyReusedError (busy), and StoreError (store_down). */
  readonly turn: (incoming: Incoming) => Promise<Turn>;
  readonly now: () => Moment;
  /** Ids of choices by the command that stands for them, such as `fee`. */
  readonly commands: ReadonlyMap<string, string>;
  /** Ids of all choices that may ever be offered. */
  readonly choices: Iterable<string>;
  /** Said when the turn could not be taken. */
  readonly wording: { readonly busy: string; readonly store_down: string };
  /** No other bot shares the token. */
  readonly alone: boolean;
  /** Ends the trying again, so that the process can stop. */
  readonly signal?: AbortSignal;
  readonly logger: Pick<Logger, "warn" | "error" | "info">;
}

/** How often a call is made for one reply before its update has to come again. */
const TRIES = 4;
/** The user has blocked the bot: everyday, and nobody's fault. */
const BLOCKED = 403;

export function createTelegramAssistant(parts: AssistantParts): TelegramAssistant {
  const data = createChoiceData(parts.choices);
  const { logger, signal = new AbortController().signal } = parts;
  const persist = createPersistence(signal, logger);

  async function messagesFor({ incoming }: Heard): Promise<OutgoingMessage[]> {
    try {
      const { replies } = await parts.turn({ ...incoming, at: parts.now() });
      return toMessages(replies, data);
    } catch (error) {
      logger.error({ err: error }, "telegram: a turn could not be taken; its user was told");
      return [toMessage(apology(error))];
    }
  }

  function apology(error: unknown): string {
    const again = error instanceof BusyError || error instanceof KeyReusedError;
    return again ? parts.wording.busy : parts.wording.store_down;
  }

  async function reply(heard: Heard, telegram: Telegram): Promise<void> {
    try {
      for (const message of await messagesFor(heard))
        await persist(() => telegram.send(heard.chat, message), TRIES);
    } catch (error) {
      if (!(error instanceof TelegramFault && error.isFinal)) throw error;
      const level = error.code === BLOCKED ? "info" : "error";
      logger[level]({ err: error }, "telegram: a reply was refused for good; it is left unsent");
    }
  }

  /** Not worth a second reply: the sign ends by itself. */
  async function acknowledge(tap: string, telegram: Telegram): Promise<void> {
    try {
      await persist(() => telegram.acknowledge(tap), TRIES);
    } catch (error) {
      logger.info({ err: error }, "telegram: a tap could not be acknowledged");
    }
  }

  return {
    hear: createHearing({ ...parts, data }),
    async answer(heard, telegram) {
      const { tap } = heard;
      const acknowledged = tap === undefined ? undefined : acknowledge(tap, telegram);
      await Promise.all([reply(heard, telegram), acknowledged]);
    },
  };
}
