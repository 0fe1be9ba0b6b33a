import { setImmediate } from "node:timers/promises";
import type { Key } from "lmdb";
import type { Database } from "./database.ts";
import { isLive } from "./entries.ts";
import type { Entries } from "./opening.ts";

/** Entries looked at in one go: a few milliseconds, so that turns are served in between. */
const CHUNK = 64;

/**
 * Deletes the entries that have expired.
 * @param now milliseconds since the epoch
 * @returns how many were deleted
 * @throws {StoreError} when the database cannot be read or written
 */
export async function sweep(database: Database, now: number, stop: AbortSignal): Promise<number> {
  let deleted = 0;
  let after: Key | undefined;
  while (!stop.aborted) {
    const chunk = await database.read((entries) => scan(entries, after, now));
    if (chunk.expired.length > 0) {
      deleted += await database.write((entries) => removeExpired(entries, chunk.expired, now));
    }
    if (chunk.last === undefined) break;
    after = chunk.last;
    await setImmediate();
  }
  return deleted;
}

function scan(entries: Entries, after: Key | undefined, now: number) {
  const from = after === undefined ? {} : { start: after, exclusiveStart: true };
  const chunk = [...entries.getRange({ ...from, limit: CHUNK })];
  return {
    expired: chunk.filter(({ value }) => !isLive(value, now)).map(({ key }) => key),
    last: chunk.at(-1)?.key,
  };
}

function removeExpired(entries: Entries, keys: readonly Key[], now: number): number {
  let removed = 0;
  for (const key of keys) {
    const entry = entries.get(key);
    // looked at again, because a turn may have renewed it since
    if (entry === undefined || isLive(entry, now)) continue;
    entries.removeSync(key);
    removed += 1;
  }
  return removed;
}
