import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUNDLE, isFresh } from "../../src/bundle.mjs";
import { DURABLE, type RedisServer, startRedis } from "../../test/redis-server.ts";
import type { ReadHistory } from "./history.ts";
import { bundle } from "../bundle.ts";
import { lmdbHistory } from "./lmdb-history.ts";
import { redisHistory } from "./redis-history.ts";
import { type RedisProxy, startProxy } from "./redis-proxy.ts";

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A store that servers use, and of which every commit can be read afterwards. */
export interface Stored {
  /** @returns the settings of a server, each of which may reach the store by a way of its own */
  settings(server: number): Readonly<Record<string, string>>;
  /** What starts `wenkao`, where it is not started as it is. */
  readonly program?: string;
  /** Once the servers have ended. */
  readonly history: ReadHistory;
  remove(): Promise<void>;
}

export interface StoredInRedis extends Stored {
  readonly redis: RedisServer;
  /** One for each server. */
  readonly proxies: readonly RedisProxy[];
}

/** A redis-server that has every change on disk before it answers, behind a proxy for each of so many servers. */
export async function onRedis(servers: number): Promise<StoredInRedis> {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-chaos-"));
  const redis = await startRedis({
    ...DURABLE,
    dir: folder,
    "auto-aof-rewrite-percentage": "0", // the file is the history
    "maxmemory-policy": "noeviction",
  });
  const proxies = await Promise.all(Array.from({ length: servers }, () => startProxy(redis.port)));
  return {
    redis,
    proxies,
    settings: (server) => ({ REDIS_URL: proxies[server]?.url ?? "" }),
    history: () => redisHistory(folder),
    async remove() {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await redis.remove();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * The embedded store, with a witness in the server that keeps a ledger of what it commits. Where `wenkao` has a bundle, the
 * witness gets one beside it, so that a start takes as long.
 */
export async function onLmdb(): Promise<Stored> {
  const beside = fileURLToPath(new URL(".", BUNDLE));
  if (isFresh()) await bundle(pathOf("witnessed.ts"), beside, "server-witnessed.js");
  const folder = await mkdtemp(join(tmpdir(), "wenkao-chaos-"));
  return {
    settings: () => ({ DATA_DIR: folder }),
    program: pathOf("witnessed.mjs"),
    history: () => lmdbHistory(folder),
    remove: () => rm(folder, { recursive: true }),
  };
}
