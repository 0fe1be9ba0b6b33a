import { setTimeout as pause } from "node:timers/promises";
import type { TelegramUpdate } from "../hearing/update-shape.ts";
import { laneOf } from "../hearing/updates.ts";
import type { Intake, IntakeParts } from "./intake.ts";
import { poll } from "./polling.ts";
import { type Claimed, createSolePoller } from "./sole-poller.ts";

/** How long the end of the process waits to tell Telegram what is done. */
const CONFIRM_MS = 5000;
/** Seconds until a process that was not the first looks whether the first has gone; doubled each time. */
const FIRST_LOOK = 4;
const LONGEST_LOOK = 60;
const REMEDY =
  "Telegram is left to it and HTTP goes on; stop one of the two, or set a webhook; looking again in";

/** We ask Telegram for its updates; of several processes with one token the first does. */
export function byPolling(parts: IntakeParts, firstLook = FIRST_LOOK): Intake {
  const { bot, persist, signal, logger } = parts;
  const poller = createSolePoller(parts);

  async function confirm(offset: number): Promise<void> {
    try {
      const params = { offset, timeout: 0, limit: 1 };
      await bot.call("getUpdates", params, AbortSignal.timeout(CONFIRM_MS));
    } catch (error) {
      logger.warn({ err: error }, "telegram: the last updates will be answered once more");
    }
  }

  /** It would keep the updates back; whoever set it is told. */
  async function takeWebhookAway(): Promise<void> {
    const { url = "" } = await webhookInfo();
    if (url !== "")
      logger.warn(`telegram: the webhook at ${new URL(url).host} is taken away, as we poll`);
    await persist(() => bot.call("deleteWebhook", {}, signal), Infinity);
  }

  /** Only to tell of it, so that a server that does not know it is no hindrance. */
  async function webhookInfo(): Promise<{ readonly url?: string }> {
    try {
      return (await bot.call("getWebhookInfo", {}, signal)) as { readonly url?: string };
    } catch {
      return {};
    }
  }

  /** @returns when it is stopped, or another process has the updates */
  async function pollWith({ fetch, isLost }: Claimed): Promise<void> {
    const handle = (update: TelegramUpdate): Promise<void> => bot.take(update);
    await poll({ fetch, handle, laneOf, confirm, signal, isLost, logger });
  }

  return {
    routeOn: () => {},
    async run({ username }, introduce) {
      await takeWebhookAway();
      for (let look = firstLook; !signal.aborted; look = Math.min(LONGEST_LOOK, look * 2)) {
        const claimed = await poller.claim();
        if (claimed) {
          logger.info(`telegram: @${username} polls for updates`);
          await Promise.all([pollWith(claimed), introduce()]);
          look = firstLook;
        }
        if (signal.aborted) return;
        logger.warn(`telegram: another process polls for @${username}; ${REMEDY} ${look} s`);
        await pause(look * 1000, undefined, { signal }).catch(() => {});
      }
    },
    idle: async () => {}, // because `run` ends with nothing in hand
  };
}
