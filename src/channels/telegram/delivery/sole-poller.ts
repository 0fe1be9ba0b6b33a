import { setTimeout as pause } from "node:timers/promises";
import { POLL_SECONDS } from "../bot-api.ts";
import { TelegramFault } from "../fault.ts";
import type { TelegramUpdate } from "../hearing/updates.ts";
import { ANSWERED, type IntakeParts } from "./intake.ts";

/** The updates of a bot, which are ours to take until another process turns out to have been first. */
export interface Claimed {
  /** A long poll. @returns nothing when it is stopped or lost */
  readonly fetch: (offset: number | undefined) => Promise<TelegramUpdate[]>;
  readonly isLost: () => boolean;
}

/** Keeps processes of one token from taking each other's updates, without their knowing of each other. */
export interface SolePoller {
  /** @returns undefined when another process polls */
  readonly claim: () => Promise<Claimed | undefined>;
}

const CONFLICT = 409;
/** Seconds of watching before a claim; whoever polled before us has tried again within half of it. */
const WATCH_SECONDS = 1;
/** Who has polled for so long gives way to nobody who comes. */
const SETTLED_MS = 30_000;
/** Who has not got through for so long may have been replaced. */
const AWAY_MS = 90_000;
/** Between polls that Telegram does not keep open. */
const BREATH_MS = 200;

/**
 * Telegram ends a poll with 409 when another begins, so that two processes would end each other's for
 * ever. Hence the later one gives way: it watches before it takes anything, and leaves at the first
 * 409, while one that is settled polls on.
 */
export function createSolePoller(parts: Omit<IntakeParts, "logger">): SolePoller {
  const { bot, persist, signal } = parts;

  /** @returns undefined where another process polls */
  async function ask(
    offset: number,
    timeout: number,
    isSettled: () => boolean,
  ): Promise<TelegramUpdate[] | undefined> {
    const params = { offset, timeout, allowed_updates: ANSWERED };
    const call = async () => {
      try {
        return (await bot.call("getUpdates", params, signal)) as TelegramUpdate[];
      } catch (error) {
        const isConflict = error instanceof TelegramFault && error.code === CONFLICT;
        if (isConflict && !isSettled()) return undefined;
        throw error;
      }
    };
    try {
      const began = performance.now();
      const updates = await persist(call, Infinity);
      const tooQuick = updates?.length === 0 && performance.now() - began < BREATH_MS;
      if (tooQuick && timeout > 0) await breathe();
      return updates;
    } catch (error) {
      if (signal.aborted) return [];
      throw error;
    }
  }

  const breathe = () => pause(BREATH_MS, undefined, { signal }).catch(() => {});

  /** What comes while we watch, none of it taken yet; undefined where another process polls. */
  async function watch(): Promise<Map<number, TelegramUpdate> | undefined> {
    const came = new Map<number, TelegramUpdate>();
    const end = performance.now() + WATCH_SECONDS * 1000;
    while (performance.now() < end && !signal.aborted) {
      const updates = await ask(0, WATCH_SECONDS, () => false);
      if (!updates) return undefined;
      for (const update of updates) came.set(update.update_id, update);
      if (updates.length > 0) await breathe(); // because Telegram gives them again at once
    }
    return came;
  }

  return {
    async claim() {
      const came = await watch();
      if (!came) return undefined;
      let since = performance.now();
      let last = since;
      let isLost = false;
      return {
        isLost: () => isLost,
        async fetch(offset = 0) {
          if (came.size > 0) {
            const first = [...came.values()];
            came.clear();
            return first;
          }
          const updates = await ask(
            offset,
            POLL_SECONDS,
            () => performance.now() - since > SETTLED_MS,
          );
          const now = performance.now();
          if (now - last > AWAY_MS) since = now;
          last = now;
          isLost = updates === undefined;
          return updates ?? [];
        },
      };
    },
  };
}
