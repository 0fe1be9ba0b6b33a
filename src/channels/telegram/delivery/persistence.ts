import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { TelegramFault } from "../fault.ts";

/**
 * Makes a call, and makes it again where that may help: after the time that Telegram names, or after
 * a network or server fault with longer and longer pauses.
 * @param tries how often at most
 * @throws what the last call threw
 */
export type Persist = <T>(call: () => Promise<T>, tries: number) => Promise<T>;

/** @param signal ends the waiting: a call under way is finished, and no other is made */
export function createPersistence(signal: AbortSignal, logger: Pick<Logger, "warn">): Persist {
  return async (call, tries) => {
    for (let tried = 1; ; tried++) {
      try {
        return await call();
      } catch (error) {
        const hopeless = !(error instanceof TelegramFault) || error.isFinal;
        if (hopeless || tried >= tries || signal.aborted) throw error;
        const seconds = secondsAfter(tried, error.retryAfter);
        logger.warn({ err: error }, `telegram: trying again in ${seconds} s`);
        await pauseUnlessStopped(seconds * 1000, signal, error);
      }
    }
  };
}

const FIRST_SECONDS = 0.25;
const MOST_SECONDS = 30;
/** Telegram's longest pauses are of some hours; a timer of Node holds 24 days. */
const LONGEST_SECONDS = 24 * 3600;

/** Never at once, whatever Telegram names. */
function secondsAfter(tried: number, named = 0): number {
  const ours = Math.min(MOST_SECONDS, FIRST_SECONDS * 4 ** (tried - 1));
  return named > ours ? Math.min(named, LONGEST_SECONDS) : ours;
}

async function pauseUnlessStopped(milliseconds: number, signal: AbortSignal, fault: TelegramFault) {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch {
    throw fault; // that is why it was not done; that we stop is no news
  }
}
