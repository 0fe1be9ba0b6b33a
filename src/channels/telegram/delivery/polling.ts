import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { createLanes } from "./lanes.ts";
import { createLedger } from "./ledger.ts";

export interface PollingParts<U extends { readonly update_id: number }> {
  /**
   * A long poll for what is at and after an offset; it confirms what is before.
   * @returns nothing when the signal stops it
   */
  readonly fetch: (offset: number | undefined) => Promise<readonly U[]>;
  /** Rejects when the update must come again. */
  readonly handle: (update: U) => Promise<void>;
  /** Updates of one lane are handled in their order. */
  readonly laneOf: (update: U) => string;
  /** Confirms what is before the offset. */
  readonly confirm: (offset: number) => Promise<void>;
  /** Stops it. */
  readonly signal: AbortSignal;
  /** Another process has the updates now: it ends, and confirms nothing. */
  readonly isLost?: () => boolean;
  readonly logger: Pick<Logger, "error">;
}

/** While something is still in hand, how long the next poll waits for it. */
const PATIENCE_MS = 1000;
/** An update that fails this often would hold up the rest for ever. */
const MOST_TIMES = 10;

/**
 * Takes updates until it is stopped, and then finishes those in hand. An update is confirmed only
 * after it was handled; a slow one holds up its own lane alone.
 * @throws what `fetch` throws
 */
export async function poll<U extends { readonly update_id: number }>(
  parts: PollingParts<U>,
): Promise<void> {
  const { fetch, laneOf, confirm, signal, isLost = () => false } = parts;
  const ledger = createLedger();
  const lanes = createLanes();
  try {
    while (!signal.aborted && !isLost()) {
      for (const update of ledger.take(await fetch(ledger.offset())))
        void lanes.run(laneOf(update), () => handleOrPutBack(update));
      await atMost(PATIENCE_MS, lanes.idle());
    }
  } finally {
    await lanes.idle();
  }
  const offset = isLost() ? undefined : ledger.offset();
  if (offset !== undefined) await confirm(offset);

  async function handleOrPutBack(update: U): Promise<void> {
    try {
      if (signal.aborted) return void ledger.putBack(update);
      await parts.handle(update);
      ledger.done(update);
    } catch (error) {
      if (ledger.putBack(update) < MOST_TIMES) return;
      const fault = `update ${update.update_id} failed ${MOST_TIMES} times; it is left unanswered`;
      parts.logger.error({ err: error }, `telegram: ${fault}`);
      ledger.done(update);
    }
  }
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const over = pause(milliseconds, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([work, over]);
  timer.abort();
}
