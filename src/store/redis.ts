import { digest } from "./digest.ts";
import type { Client } from "./redis/client.ts";
import { openConnection, type RedisOptions } from "./redis/connection.ts";
import { PREFIX, countsKey, keysOf, leaseKey, pack, unpack } from "./redis/entries.ts";
import { COUNT, ERASE, LEASE, RELEASE, SAVE, run } from "./redis/scripts.ts";
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

/**
 * The store that several processes share. It is open at once: while Redis is away every call fails
 * with a StoreError, and when it is back they succeed again.
 */
export function openRedisStore(options: RedisOptions): Store {
  const { attempt, close } = openConnection(options);
  return {
    load: (conversation, message) =>
      attempt("cannot load", (redis) => load(redis, conversation, digest(message))),
    save: (conversation, revision, saved) =>
      attempt("cannot save", (redis) => save(redis, conversation, revision, saved)),
    last: (conversation) => attempt("cannot read", (redis) => last(redis, conversation)),
    erase: (conversation) => attempt("cannot erase", (redis) => erase(redis, conversation)),
    count: (month, what) => attempt("cannot count", (redis) => count(redis, month, what)),
    counts: (month) => attempt("cannot read", (redis) => counts(redis, month)),
    lease: (name, owner, ttl) => attempt("cannot lease", (redis) => lease(redis, name, owner, ttl)),
    release: (name, owner) => attempt("cannot release", (redis) => release(redis, name, owner)),
    ping: () => attempt("cannot serve", prove),
    close,
  };
}

async function load(redis: Client, conversation: string, message: string): Promise<Loaded> {
  const keys = keysOf(digest(conversation));
  const [packed, answered] = await redis.mget(keys.state, keys.record(message));
  if (typeof answered === "string") return { answered };
  if (typeof packed !== "string") return { revision: undefined };
  const { revision, state } = unpack(packed);
  return { revision, state };
}

async function save(
  redis: Client,
  conversation: string,
  revision: Revision,
  saved: Saved,
): Promise<boolean> {
  const keys = keysOf(digest(conversation));
  const message = digest(saved.message);
  const next = newRevision();
  const applied = await run(
    redis,
    SAVE,
    [keys.state, keys.index, keys.record(message)],
    [
      revision ?? "",
      pack({ revision: next, message, state: saved.state }),
      STATE_TTL_MS,
      message,
      saved.record,
      RECORD_TTL_MS,
      saved.erases ? 1 : 0,
    ],
  );
  return applied === 1;
}

async function last(
  redis: Client,
  conversation: string,
): Promise<{ state?: string; record?: string }> {
  const keys = keysOf(digest(conversation));
  const packed = await redis.get(keys.state);
  if (packed === null) return {};
  const { state, message } = unpack(packed);
  const record = await redis.get(keys.record(message));
  return record === null ? { state } : { state, record };
}

async function erase(redis: Client, conversation: string): Promise<void> {
  const keys = keysOf(digest(conversation));
  await run(redis, ERASE, [keys.state, keys.index]);
}

async function count(redis: Client, month: string, what: readonly string[]): Promise<void> {
  await run(redis, COUNT, [countsKey(month)], [COUNT_TTL_MS, ...what]);
}

async function counts(redis: Client, month: string): Promise<ReadonlyMap<string, number>> {
  const found = await redis.hgetall(countsKey(month));
  return new Map(Object.entries(found).map(([what, times]) => [what, Number(times)]));
}

async function lease(redis: Client, name: string, owner: string, ttl: number): Promise<boolean> {
  return (await run(redis, LEASE, [leaseKey(name)], [owner, ttl])) === 1;
}

async function release(redis: Client, name: string, owner: string): Promise<void> {
  await run(redis, RELEASE, [leaseKey(name)], [owner]);
}

/** A write, because a full Redis and a replica can still be read. */
async function prove(redis: Client): Promise<void> {
  await redis.set(`${PREFIX}ping`, "", "PX", 1000);
}
