import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { TelegramFault } from "../fault.ts";
import { createLanes } from "./lanes.ts";
import { createLedger } from "./ledger.ts";

export interface PollingParts<U extends { readonly update_id: number }> {
  /**
   * A long poll for what is at and after an offset; it confirms what is before.
   * @returns nothing when the signal stops it
   */
  readonly fetch: (offset: number | undefined) => Promise<readonly U[]>;
  /** Throws TelegramFault when it is to be tried again. */
  readonly handle: (update: U) => Promise<void>;
  /** Updates of one lane are handled in their order. */
  readonly laneOf: (update: U) => string;
  /** Confirms what is before the offset. */
  readonly confirm: (offset: number) => Promise<void>;
  /** Stops it. */
  readonly signal: AbortSignal;
  /** Another process has the updates now: it ends, and confirms nothing. */
  readonly isLost?: () => boolean;
  /** Milliseconds before an update is tried again for the first time; then four times as many each. */
  readonly firstPause?: number;
  readonly logger: Pick<Logger, "error">;
}

/** While something is still in hand, how long the next poll waits for it. */
const PATIENCE_MS = 1000;
/** An update that fails this often would hold up its lane for ever. */
const MOST_TIMES = 5;
const FIRST_PAUSE_MS = 1000;

/**
 * Takes updates until it is stopped, and then finishes those in hand. An update is confirmed only
 * after it was handled; a slow one holds up its own lane alone.
 * @throws what `fetch` throws
 */
export async function poll<U extends { readonly update_id: number }>(
  parts: PollingParts<U>,
): Promise<void> {
  const { fetch, laneOf, confirm, signal, isLost = () => false } = parts;
  const { firstPause = FIRST_PAUSE_MS } = parts;
  const ledger = createLedger();
  const lanes = createLanes();
  try {
    while (!signal.aborted && !isLost()) {
      const asked = ledger.offset();
      for (const update of ledger.take(await fetch(asked), asked))
        void lanes.run(laneOf(update), () => handle(update));
      await atMost(PATIENCE_MS, lanes.idle());
    }
  } finally {
    await lanes.idle();
  }
  const offset = isLost() ? undefined : ledger.offset();
  if (offset !== undefined) await confirm(offset);

  /** Until it is done or given up; when it is stopped before, Telegram delivers the update again. */
  async function handle(update: U): Promise<void> {
    for (let times = 1; !signal.aborted; times++) {
      try {
        await parts.handle(update);
        return ledger.done(update);
      } catch (error) {
        if (times >= MOST_TIMES || !(error instanceof TelegramFault)) {
          const fault = `update ${update.update_id} failed ${times} times; it is left unanswered`;
          parts.logger.error({ err: error }, `telegram: ${fault}`);
          return ledger.done(update);
        }
        await pause(firstPause * 4 ** (times - 1), undefined, { signal }).catch(() => {});
      }
    }
  }
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const over = pause(milliseconds, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([work, over]);
  timer.abort();
}
