import type { Key } from "lmdb";
import type { Entries } from "../../src/store/lmdb/opening.ts";
import type { Applied } from "./history.ts";

/** Sorts behind all that the store itself keeps. */
const LEDGER = "~ledger";
const DIGITS = 12;

export const ledgerRange = { start: [LEDGER, ""] as Key[], end: [LEDGER, "~"] as Key[] };

/** Adds to the ledger, in the transaction that is open: committed together with what it tells, or not at all. */
export function note(entries: Entries, applied: Applied): void {
  const { start, end } = ledgerRange;
  const [last] = entries.getKeys({ start: end, end: start, reverse: true, limit: 1 });
  const number = Array.isArray(last) ? Number(last[1]) + 1 : 1;
  // text, because lmdb reads a large number in a key back as Infinity
  entries.putSync([LEDGER, `${number}`.padStart(DIGITS, "0")], {
    record: JSON.stringify(applied),
    expires: Number.MAX_SAFE_INTEGER,
  });
}
