import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { withFaults } from "../grammy.ts";
import { poll } from "../polling.ts";
import { laneOf } from "../updates.ts";
import { POLL_SECONDS, putThrough } from "./bot.ts";
import { ANSWERED, type Intake, type IntakeParts } from "./intake.ts";

/** grammY's type is older than Node's. */
type Signal = Parameters<Api["getUpdates"]>[1];

/** How long the end of the process waits to tell Telegram what is done. */
const CONFIRM_MS = 5000;

/** We ask Telegram for its updates; there must be one process only that does. */
export function byPolling({ bot, persist, signal, logger }: IntakeParts): Intake {
  async function fetch(offset = 0): Promise<Update[]> {
    const options = { offset, timeout: POLL_SECONDS, allowed_updates: ANSWERED };
    try {
      return await persist(
        () => withFaults(bot.api.getUpdates(options, signal as Signal)),
        Infinity,
      );
    } catch (error) {
      if (signal.aborted) return [];
      throw error;
    }
  }

  async function confirm(offset: number): Promise<void> {
    try {
      const soon = AbortSignal.timeout(CONFIRM_MS) as Signal;
      await withFaults(bot.api.getUpdates({ offset, timeout: 0, limit: 1 }, soon));
    } catch (error) {
      logger.warn({ err: error }, "telegram: the last updates will be answered once more");
    }
  }

  return {
    routeOn: () => {},
    async run() {
      await persist(() => withFaults(bot.api.deleteWebhook()), Infinity);
      logger.info(`telegram: @${bot.botInfo.username} polls for updates`);
      const handle = (update: Update): Promise<void> => putThrough(bot, update);
      await poll({ fetch, handle, laneOf, confirm, signal, logger });
    },
    idle: async () => {}, // because `run` ends with nothing in hand
  };
}
