import { randomFillSync } from "node:crypto";

const BYTES = 9;
/** A call to the system costs as much for many as for one. */
const pool = Buffer.alloc(BYTES * 128);
let used = pool.length;

/** Random and not counted, so that none comes back after an erasure or from a backup. */
export function newRevision(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.toString("base64url", used, (used += BYTES));
}
