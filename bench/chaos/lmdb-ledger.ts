import type { Key } from "lmdb";
import type { Entries } from "../../src/store/lmdb/opening.ts";
import type { Applied } from "./history.ts";

/** Sorts behind all that the store itself keeps. */
const LEDGER = "~ledger";

export const ledgerRange = {
  start: [LEDGER, 0] as Key[],
  end: [LEDGER, Number.MAX_SAFE_INTEGER] as Key[],
};

/** Adds to the ledger, in the transaction that is open: committed together with what it tells, or not at all. */
export function note(entries: Entries, applied: Applied): void {
  const { start, end } = ledgerRange;
  const [last] = entries.getKeys({ start: end, end: start, reverse: true, limit: 1 });
  const number = Array.isArray(last) ? Number(last[1]) + 1 : 1;
  entries.putSync([LEDGER, number], {
    record: JSON.stringify(applied),
    expires: Number.MAX_SAFE_INTEGER,
  });
}
