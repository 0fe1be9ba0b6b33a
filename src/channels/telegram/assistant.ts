import type { Logger } from "pino";
import type { Notice } from "../../knowledge/schemas/telegram.ts";
import { type Limit, NO_LIMIT } from "../../limits/limit.ts";
import type { Incoming, Moment, Turn } from "../../message.ts";
import { BusyError, KeyReusedError } from "../../refusals.ts";
import type { Call } from "./bot-api.ts";
import { createPersistence } from "./delivery/persistence.ts";
import { whileTyping } from "./delivery/typing.ts";
import { TelegramFault } from "./fault.ts";
import { type Hear, type Heard, type HearingParts, createHearing } from "./hearing/updates.ts";
import { createChoiceData } from "./showing/choice-data.ts";
import { type OutgoingMessage, toMessage, toMessages } from "./showing/messages.ts";
import { retire } from "./showing/retired.ts";

/** Wenkao on Telegram, whatever library carries it. */
export interface TelegramAssistant {
  readonly hear: Hear;
  /**
   * Takes the turn and sends its replies. A fault of the store becomes a sentence; a user who has
   * blocked the bot is left alone.
   * @throws {TelegramFault} replies could not be sent but may be later: the same update sends them again
   */
  answer(heard: Heard, call: Call): Promise<void>;
}

export interface AssistantParts extends Omit<HearingParts, "data"> {
  /** May throw BusyError and KeyReusedError (busy), and StoreError (store_down). */
  readonly turn: (incoming: Incoming) => Promise<Turn>;
  /** How much is taken from one conversation; absent: as much as comes. */
  readonly limit?: Limit;
  readonly now: () => Moment;
  /** Ids of all choices that may ever be offered. */
  readonly choices: Iterable<string>;
  /** Whether a choice means the same however the dialog stands, so that its button may stay. */
  readonly isTimeless: (choice: string) => boolean;
  /** Said when the turn could not be taken, and to what is no text. */
  readonly wording: Readonly<Record<"busy" | "store_down" | Notice, string>>;
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
  const { logger, wording, limit = NO_LIMIT, signal = new AbortController().signal } = parts;
  const persist = createPersistence(signal, logger);

  async function messagesFor({ notice, incoming }: Heard): Promise<OutgoingMessage[]> {
    const noticed = notice === undefined ? [] : [toMessage(wording[notice])];
    return incoming ? [...noticed, ...(await messagesOf(incoming))] : noticed;
  }

  async function messagesOf(incoming: Omit<Incoming, "at">): Promise<OutgoingMessage[]> {
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
    return again ? wording.busy : wording.store_down;
  }

  async function reply(heard: Heard, call: Call, messages = messagesFor(heard)): Promise<void> {
    try {
      for (const message of await whileTyping(heard.place, call, messages))
        await send({ ...heard.place, ...message }, call);
    } catch (error) {
      if (!(error instanceof TelegramFault && error.isOfChat)) throw error;
      const level = error.code === BLOCKED ? "info" : "error";
      logger[level]({ err: error }, "telegram: a reply was refused for good; it is left unsent");
    }
  }

  /** To the supergroup where the group has become one. */
  async function send(message: object & { readonly chat_id: number }, call: Call): Promise<void> {
    try {
      await persist(() => call("sendMessage", { ...message }), TRIES);
    } catch (error) {
      const moved = error instanceof TelegramFault ? error.migratedTo : undefined;
      if (moved === undefined) throw error;
      await persist(() => call("sendMessage", { ...message, chat_id: moved }), TRIES);
    }
  }

  /** At once, so that the button stops waiting. */
  async function acknowledge(tap: Heard["tap"], alert: string | undefined, call: Call) {
    if (tap === undefined) return;
    const told = alert !== undefined && { text: alert, show_alert: true };
    await quietly(() => call("answerCallbackQuery", { callback_query_id: tap.id, ...told }));
  }

  /** It takes no turn, and is not to come again. A tap is told each time, and what is written only once a minute. */
  async function putOff({ place, tap }: Heard, isFirst: boolean, call: Call): Promise<void> {
    if (tap) await acknowledge(tap, wording.busy, call);
    else if (isFirst) await reply({ place }, call, Promise.resolve([toMessage(wording.busy)]));
  }

  /** Last, as the one call that may travel in the answer to a webhook. */
  async function retireTapped({ tap, incoming }: Heard, call: Call): Promise<void> {
    if (tap?.on === undefined || incoming === undefined) return;
    const retirement = retire(tap.on, tap.data, data, parts.isTimeless);
    if (retirement) await quietly(() => call(retirement.method, retirement.params));
  }

  /** Not worth a second reply: the waiting sign ends by itself, and a stale button gets the dialog's word. */
  async function quietly(call: () => Promise<unknown>): Promise<void> {
    try {
      await persist(call, TRIES);
    } catch (error) {
      logger.info({ err: error }, "telegram: a tapped message could not be settled");
    }
  }

  return {
    hear: createHearing({ ...parts, data }),
    async answer(heard, call) {
      const { seconds, isFirst } = await limit.spend(speakerOf(heard));
      if (seconds > 0) return putOff(heard, isFirst, call);
      const { tap, incoming, notice } = heard;
      const isAlert = tap !== undefined && incoming === undefined;
      const alert = isAlert && notice !== undefined ? wording[notice] : undefined;
      const acknowledged = acknowledge(tap, alert, call);
      try {
        if (!isAlert) await reply(heard, call);
        await retireTapped(heard, call);
      } finally {
        await acknowledged;
      }
    },
  };
}

/** What leads to no turn costs a call all the same, and is counted for its chat. */
function speakerOf({ incoming, place }: Heard): string {
  return incoming?.conversation ?? `telegram:${place.chat_id}`;
}
