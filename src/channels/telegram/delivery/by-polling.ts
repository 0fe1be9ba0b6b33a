import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { type Leases, whileHolding } from "../../../store/lease.ts";
import { StoreError } from "../../../store/store.ts";
import type { TelegramUpdate } from "../hearing/update-shape.ts";
import { laneOf } from "../hearing/updates.ts";
import type { Intake, IntakeParts } from "./intake.ts";
import { createPersistence } from "./persistence.ts";
import { poll } from "./polling.ts";
import { type Claimed, createSolePoller } from "./sole-poller.ts";

/** How long the end of the process waits to tell Telegram what is done. */
const CONFIRM_MS = 5000;
/** Seconds until a process that was not the first looks whether the first has gone. */
const FIRST_LOOK = 4;
/** Each look takes the first's poll away where the two share no store, so that they become rare. */
const LONGEST_LOOK = 60;
const REMEDY = "Telegram is left to it and HTTP goes on; stop one of the two, or set a webhook";

/**
 * We ask Telegram for its updates; of several processes with one token the first does. Those that share
 * a store agree there; of others Telegram tells, though only while no update lies there.
 */
export function byPolling(
  { bot, persist, signal, logger }: IntakeParts,
  store: Leases,
  firstLook = FIRST_LOOK,
): Intake {
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

  /** @returns false where Telegram says that another process polls */
  async function pollUntil(mine: AbortSignal, begin: () => Promise<void>): Promise<boolean> {
    setMaxListeners(0, mine); // each update in hand listens
    const persistent = createPersistence(mine, logger);
    const poller = createSolePoller({ bot, persist: persistent, signal: mine, logger });
    const claimed = await poller.claim();
    if (!claimed) return false;
    if (!mine.aborted) await Promise.all([pollWith(claimed, mine), begin()]);
    return true;
  }

  async function pollWith({ fetch, isLost }: Claimed, mine: AbortSignal): Promise<void> {
    const handle = (update: TelegramUpdate): Promise<void> => bot.take(update);
    const isTaken = (): boolean => isLost() || (mine.aborted && !signal.aborted);
    await poll({ fetch, handle, laneOf, confirm, signal: mine, isLost: isTaken, logger });
  }

  return {
    routeOn: () => {},
    async run({ id, username }, introduce) {
      await takeWebhookAway();
      const tell = tellOnce(logger);
      const elsewhere = `another process polls for @${username}; ${REMEDY}`;
      let look = firstLook;
      const begin = async (): Promise<void> => {
        look = firstLook;
        tell();
        logger.info(`telegram: @${username} polls for updates`);
        await introduce();
      };
      while (!signal.aborted) {
        try {
          const isOurs = await whileHolding(store, `telegram:${id}`, signal, async (mine) => {
            if (await pollUntil(mine, begin)) return;
            tell(elsewhere);
            look = Math.min(LONGEST_LOOK, look * 2);
          });
          if (!isOurs) tell(elsewhere);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          tell(`the store is away, so that nobody knows who polls for @${username}`);
        }
        await pause(look * 1000, undefined, { signal }).catch(() => {});
      }
    },
    idle: async () => {}, // because `run` ends with nothing in hand
  };
}

/** Warns of what has changed since it was told last. */
function tellOnce(logger: Pick<Logger, "warn">) {
  let told: string | undefined;
  return (news?: string): void => {
    if (news !== undefined && news !== told) logger.warn(`telegram: ${news}`);
    told = news;
  };
}
