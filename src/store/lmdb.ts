import type { Logger } from "pino";
import { digest } from "./digest.ts";
import { Database } from "./lmdb/database.ts";
import {
  countKey,
  countsOf,
  isLive,
  leaseKey,
  ownedBy,
  recordKey,
  stateKey,
  type StateEntry,
} from "./lmdb/entries.ts";
import type { Entries } from "./lmdb/opening.ts";
import { sweep } from "./lmdb/sweep.ts";
import { newRevision } from "./revision.ts";
import {
  COUNT_TTL_MS,
  RECORD_TTL_MS,
  STATE_TTL_MS,
  type Loaded,
  type Revision,
  type Saved,
  type Store,
} from "./store.ts";

const SWEEP_INTERVAL_MS = 3600 * 1000;

export interface LmdbOptions {
  /** A directory; made, for this user alone, where there is none. */
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly logger?: Logger;
}

/** The embedded store. */
export interface LmdbStore extends Store {
  /** Deletes what has expired; runs by itself at start and each hour. @returns how many entries */
  sweep(): Promise<number>;
}

/** @throws {StoreError} when the directory cannot be opened for writing */
export function openLmdbStore({ path, now = Date.now, logger }: LmdbOptions): LmdbStore {
  const database = new Database(path);
  const stopping = new AbortController();
  const sweepNow = () => sweep(database, now(), stopping.signal);
  const sweepAndTell = () =>
    sweepNow().then(
      (deleted) => logger?.info({ deleted }, "expired entries deleted"),
      (error: unknown) => logger?.warn({ err: error }, "expired entries not deleted"),
    );
  let sweeping = sweepAndTell();
  const timer = setInterval(() => {
    sweeping = sweepAndTell();
  }, SWEEP_INTERVAL_MS).unref();

  return {
    load(conversation, message) {
      return database.read((entries) =>
        load(entries, digest(conversation), digest(message), now()),
      );
    },
    save(conversation, revision, saved) {
      return database.write((entries) =>
        save(entries, digest(conversation), revision, saved, now()),
      );
    },
    last(conversation) {
      return database.read((entries) => last(entries, digest(conversation), now()));
    },
    erase(conversation) {
      return database.write((entries) => erase(entries, digest(conversation)));
    },
    count(month, what) {
      return database.write((entries) => count(entries, month, what, now()));
    },
    counts(month) {
      return database.read((entries) => counts(entries, month, now()));
    },
    lease(name, owner, ttl) {
      return database.write((entries) => lease(entries, name, owner, now() + ttl, now()));
    },
    release(name, owner) {
      return database.write((entries) => {
        if (holderOf(entries, name, now()) === owner) entries.removeSync(leaseKey(name));
      });
    },
    ping() {
      return database.write((entries) => prove(entries, now()));
    },
    sweep: sweepNow,
    async close() {
      clearInterval(timer);
      stopping.abort();
      await sweeping;
      await database.close();
    },
  };
}

function load(entries: Entries, owner: string, message: string, now: number): Loaded {
  const answered = liveRecord(entries, owner, message, now);
  if (answered !== undefined) return { answered };
  const known = liveState(entries, owner, now);
  return known ? { revision: known.revision, state: known.state } : { revision: undefined };
}

function save(
  entries: Entries,
  owner: string,
  revision: Revision,
  saved: Saved,
  now: number,
): boolean {
  if (liveState(entries, owner, now)?.revision !== revision) return false;
  if (saved.erases) erase(entries, owner);
  const message = digest(saved.message);
  entries.putSync(stateKey(owner), {
    revision: newRevision(),
    state: saved.state,
    message,
    expires: now + STATE_TTL_MS,
  });
  entries.putSync(recordKey(owner, message), {
    record: saved.record,
    expires: now + RECORD_TTL_MS,
  });
  return true;
}

function last(entries: Entries, owner: string, now: number): { state?: string; record?: string } {
  const known = liveState(entries, owner, now);
  if (known === undefined) return {};
  const record = liveRecord(entries, owner, known.message, now);
  return record === undefined ? { state: known.state } : { state: known.state, record };
}

function erase(entries: Entries, owner: string): void {
  // gathered first, because a deletion moves the cursor
  const keys = Array.from(entries.getKeys(ownedBy(owner)));
  for (const key of keys) entries.removeSync(key);
}

function count(entries: Entries, month: string, what: readonly string[], now: number): void {
  for (const one of what) {
    const key = countKey(month, one);
    const entry = entries.get(key);
    const before = entry && "count" in entry && isLive(entry, now) ? entry.count : 0;
    entries.putSync(key, { count: before + 1, expires: now + COUNT_TTL_MS });
  }
}

function counts(entries: Entries, month: string, now: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { key, value } of entries.getRange(countsOf(month)))
    if (Array.isArray(key) && "count" in value && isLive(value, now))
      found.set(String(key[2]), value.count);
  return found;
}

function lease(
  entries: Entries,
  name: string,
  owner: string,
  expires: number,
  now: number,
): boolean {
  if ((holderOf(entries, name, now) ?? owner) !== owner) return false;
  entries.putSync(leaseKey(name), { owner, expires });
  return true;
}

function holderOf(entries: Entries, name: string, now: number): string | undefined {
  const entry = entries.get(leaseKey(name));
  return entry && "owner" in entry && isLive(entry, now) ? entry.owner : undefined;
}

/** A write, because a full or read-only disk can still be read. */
function prove(entries: Entries, now: number): void {
  entries.putSync(["ping"], { record: "", expires: now });
}

function liveState(entries: Entries, owner: string, now: number): StateEntry | undefined {
  const entry = entries.get(stateKey(owner));
  return entry && "state" in entry && isLive(entry, now) ? entry : undefined;
}

function liveRecord(
  entries: Entries,
  owner: string,
  message: string,
  now: number,
): string | undefined {
  const entry = entries.get(recordKey(owner, message));
  return entry && "record" in entry && isLive(entry, now) ? entry.record : undefined;
}
