import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { POLL_SECONDS } from "../bot-api.ts";
import { TelegramFault, unreached } from "../fault.ts";
import type { TelegramUpdate } from "../hearing/update-shape.ts";
import { ANSWERED, type IntakeParts } from "./intake.ts";

/** The updates of a bot, which are ours to take until another process turns out to have been first. */
export interface Claimed {
  /** A long poll. @returns nothing when it is stopped or lost */
  readonly fetch: (offset: number | undefined) => Promise<readonly TelegramUpdate[]>;
  readonly isLost: () => boolean;
}

/** Keeps processes of one token from taking each other's updates, without their knowing of each other. */
export interface SolePoller {
  /** @returns undefined when another process polls */
  readonly claim: () => Promise<Claimed | undefined>;
}

/** Another poll has ended ours: no fault to try again after, but news. */
class Conflict extends Error {}
const CONFLICT = 409;
/** Seconds of quiet before a claim; whoever polls has tried again within a quarter of it. */
const QUIET_SECONDS = 1;
/** Seconds for which an update may lie there before nobody seems to take it; up to twice that, so that of two who wait one is first. */
const UNTAKEN_SECONDS = 2;
/** Who has polled for so long gives way to nobody. */
const SETTLED_MS = 30_000;
/** Conflicts in a row at which one who is not settled gives way; some more by chance, so that not both do. */
const FEWEST_CONFLICTS = 3;
/** Who has not got through for so long may have been replaced. */
const AWAY_MS = 90_000;
/** Between polls that Telegram does not keep open. */
const BREATH_MS = 200;
/** Between polls of one who watches, each of which ends another's: that one is to get through in between. */
const WATCHFUL_BREATHS = 4;
/** Between polls that are ended again and again. */
const MOST_BREATHS = 25;

/**
 * Telegram ends a poll with 409 when another begins, so that two processes would end each other's for
 * ever. Hence the later one gives way: it watches before it takes anything, and leaves at the first
 * 409, while one that has polled goes on.
 */
export function createSolePoller({ bot, persist, signal, logger }: IntakeParts): SolePoller {
  /**
   * @param givesWay at so many conflicts in a row
   * @returns undefined where another process polls
   */
  async function ask(
    offset: number,
    timeout: number,
    givesWay: (conflicts: number) => boolean,
  ): Promise<TelegramUpdate[] | undefined> {
    const params = { offset, timeout, allowed_updates: ANSWERED };
    const call = async () => readUpdates(await bot.call("getUpdates", params, signal));
    for (let conflicts = 1; ; conflicts++) {
      try {
        return await persist(() => unlessConflict(call), Infinity);
      } catch (error) {
        if (signal.aborted) return [];
        if (!(error instanceof Conflict)) throw error;
        if (givesWay(conflicts)) return undefined;
        if (conflicts === 1) logger.warn("telegram: another process polls too; one is to give way");
        await breathe(Math.min(conflicts, MOST_BREATHS));
      }
    }
  }

  const breathe = (times = 1) => pause(times * BREATH_MS, undefined, { signal }).catch(() => {});

  /**
   * Watches until nobody else polls: for a while nobody ends our poll, and nothing comes or the oldest that
   * has come lies there untaken.
   * @returns what lies there; undefined where another process polls
   */
  async function watch(): Promise<readonly TelegramUpdate[] | undefined> {
    const untaken = UNTAKEN_SECONDS * (1 + Math.random());
    let oldest: number | undefined;
    let since = performance.now();
    while (!signal.aborted) {
      const updates = await ask(0, QUIET_SECONDS, () => true);
      if (!updates) return undefined;
      const first = updates[0]?.update_id;
      if (first !== oldest) since = performance.now();
      oldest = first;
      const needed = first === undefined ? QUIET_SECONDS : untaken;
      if (performance.now() - since >= needed * 1000) return updates;
      await breathe(WATCHFUL_BREATHS);
    }
    return [];
  }

  return {
    async claim() {
      const came = await watch();
      if (!came) return undefined;
      let first = came;
      let since = performance.now();
      let last = since;
      let isLost = false;
      const most = FEWEST_CONFLICTS + Math.floor(Math.random() * FEWEST_CONFLICTS);
      const givesWay = (conflicts: number): boolean =>
        conflicts >= most && performance.now() - since < SETTLED_MS;
      return {
        isLost: () => isLost,
        async fetch(offset = 0) {
          if (first.length > 0) {
            const untaken = first;
            first = [];
            return untaken;
          }
          const began = performance.now();
          const updates = await ask(offset, POLL_SECONDS, givesWay);
          const now = performance.now();
          if (now - last > AWAY_MS) since = now;
          last = now;
          isLost = updates === undefined;
          if (updates?.length === 0 && now - began < BREATH_MS) await breathe();
          return updates ?? [];
        },
      };
    },
  };
}

async function unlessConflict<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const isConflict = error instanceof TelegramFault && error.code === CONFLICT;
    throw isConflict ? new Conflict("another poll has ended ours", { cause: error }) : error;
  }
}

const updatesSchema = z.array(z.looseObject({ update_id: z.int() }));

/** @throws {TelegramFault} when what answers is no Bot API: perhaps it is again in a while */
function readUpdates(answer: unknown): TelegramUpdate[] {
  const { success, data, error } = updatesSchema.safeParse(answer);
  if (!success) throw unreached("getUpdates", error, error);
  return data;
}
