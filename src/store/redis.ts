import { digest } from "./digest.ts";
import type { Client } from "./redis/client.ts";
import { openConnection, type RedisOptions } from "./redis/connection.ts";
import { type Keys, PREFIX, countsKey, keysOf, leaseKey, pack, unpack } from "./redis/entries.ts";
import { openReplication } from "./redis/replication.ts";
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

export interface RedisStoreOptions extends RedisOptions {
  /** Resolves what changes a conversation once so many replicas have it too, or are too late; absent: 0. */
  readonly replicas?: number;
}

/**
 * The store that several processes share. It is open at once: while Redis is away every call fails
 * with a StoreError, and when it is back they succeed again.
 */
export function openRedisStore({ replicas = 0, ...options }: RedisStoreOptions): Store {
  const { attempt, close } = openConnection(options);
  const replication = openReplication(options, replicas);
  return {
    async load(conversation, message) {
      const keys = keysOf(digest(conversation));
      const loaded = await attempt("cannot load", (redis) => load(redis, keys, digest(message)));
      // whoever stored it may still wait, or have died waiting
      if (loaded.answered !== undefined) await replication.reached(keys.state);
      return loaded;
    },
    async save(conversation, revision, saved) {
      const keys = keysOf(digest(conversation));
      const applied = await attempt("cannot save", (redis) => save(redis, keys, revision, saved));
      if (applied) await replication.reached(keys.state);
      return applied;
    },
    last(conversation) {
      const keys = keysOf(digest(conversation));
      return attempt("cannot read", (redis) => last(redis, keys));
    },
    async erase(conversation) {
      const { state, index } = keysOf(digest(conversation));
      await attempt("cannot erase", (redis) => run(redis, ERASE, [state, index]));
      await replication.reached(state);
    },
    count: (month, what) => attempt("cannot count", (redis) => count(redis, month, what)),
    counts: (month) => attempt("cannot read", (redis) => counts(redis, month)),
    lease: (name, owner, ttl) => attempt("cannot lease", (redis) => lease(redis, name, owner, ttl)),
    release: (name, owner) => attempt("cannot release", (redis) => release(redis, name, owner)),
    ping: () => attempt("cannot serve", prove),
    close: async () => void (await Promise.all([close(), replication.close()])),
  };
}

async function load(redis: Client, keys: Keys, message: string): Promise<Loaded> {
  const [packed, answered] = await redis.mget(keys.state, keys.record(message));
  if (typeof answered === "string") return { answered };
  if (typeof packed !== "string") return { revision: undefined };
  const { revision, state } = unpack(packed);
  return { revision, state };
}

async function save(redis: Client, keys: Keys, revision: Revision, saved: Saved): Promise<boolean> {
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

async function last(redis: Client, keys: Keys): Promise<{ state?: string; record?: string }> {
  const packed = await redis.get(keys.state);
  if (packed === null) return {};
  const { state, message } = unpack(packed);
  const record = await redis.get(keys.record(message));
  return record === null ? { state } : { state, record };
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
