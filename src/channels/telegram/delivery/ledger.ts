/** Keeps which polled updates are done, so that Telegram is told of none that is not. */
export interface Ledger {
  /** Up to where all is done, or carried on without Telegram; undefined before the first update. */
  offset(): number | undefined;
  /**
   * @param asked the offset that the delivery was asked for with
   * @returns of a delivery, what is neither done nor in hand; from now on it is in hand
   */
  take<U extends Numbered>(updates: readonly U[], asked: number | undefined): U[];
  done(update: Numbered): void;
}

interface Numbered {
  readonly update_id: number;
}

/** So many updates Telegram delivers at once, from the offset on. */
const WINDOW = 100;
/** So many may be in hand at once. */
const MOST_IN_HAND = 10_000;

/**
 * An update that takes long holds the offset, and with it so many updates after it as Telegram delivers at
 * once. When these are all known it is carried on in this process alone, so that the rest can come: if the
 * process then dies, its reply is not sent.
 */
export function createLedger(): Ledger {
  const inHand = new Set<number>();
  const holding = new Set<number>(); // of those in hand, the ones that Telegram is to deliver again
  const done = new Set<number>(); // but it may be on its way again, until a later offset was asked for
  let next: number | undefined;

  const lowest = (): number => Math.min(...holding);

  return {
    offset: () => (holding.size > 0 ? lowest() : next),
    take(updates, asked = 0) {
      const fresh = updates.filter(({ update_id: id }) => !done.has(id) && !inHand.has(id));
      for (const { update_id: id } of fresh) {
        inHand.add(id);
        holding.add(id);
      }
      for (const id of done) if (id < asked) done.delete(id);
      const last = updates.at(-1);
      if (last) next = last.update_id + 1;
      const isFull = updates.length >= WINDOW && fresh.length === 0;
      if (isFull && inHand.size < MOST_IN_HAND) holding.delete(lowest());
      return fresh;
    },
    done({ update_id: id }) {
      inHand.delete(id);
      holding.delete(id);
      done.add(id);
    },
  };
}
