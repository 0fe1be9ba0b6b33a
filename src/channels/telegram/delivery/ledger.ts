/** Keeps which polled updates are done, so that Telegram is told of none that is not. */
export interface Ledger {
  /** The lowest id that must be delivered again or is still to come; undefined before the first. */
  offset(): number | undefined;
  /** Of a delivery, what is neither done nor in hand; from now on it is in hand. */
  take<U extends Numbered>(updates: readonly U[]): U[];
  done(update: Numbered): void;
  /** To be delivered again. @returns how often this update was taken so far */
  putBack(update: Numbered): number;
}

interface Numbered {
  readonly update_id: number;
}

export function createLedger(): Ledger {
  const taken = new Map<number, { times: number; inHand: boolean }>();
  const doneAhead = new Set<number>(); // while one before them is not done, they are delivered again
  let next: number | undefined;

  /** What was put back and is not delivered again, Telegram has no longer: it keeps updates for a day. */
  function letGo(delivered: readonly Numbered[]): void {
    const ids = new Set(delivered.map(({ update_id: id }) => id));
    for (const [id, { inHand }] of taken) if (!inHand && !ids.has(id)) taken.delete(id);
  }

  return {
    offset: () => (taken.size > 0 ? Math.min(...taken.keys()) : next),
    take(updates) {
      const last = updates.at(-1);
      if (last) {
        next = last.update_id + 1;
        letGo(updates);
      }
      const fresh = updates.filter(
        ({ update_id: id }) => !doneAhead.has(id) && taken.get(id)?.inHand !== true,
      );
      for (const { update_id: id } of fresh)
        taken.set(id, { times: (taken.get(id)?.times ?? 0) + 1, inHand: true });
      return fresh;
    },
    done({ update_id: id }) {
      taken.delete(id);
      doneAhead.add(id);
      if (taken.size === 0) doneAhead.clear();
    },
    putBack({ update_id: id }) {
      const times = taken.get(id)?.times ?? 0;
      taken.set(id, { times, inHand: false });
      return times;
    },
  };
}
