import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DURABLE, type RedisServer, startRedis } from "../../test/redis-server.ts";
import type { ReadHistory } from "./history.ts";
import { lmdbHistory } from "./lmdb-history.ts";
import { redisHistory } from "./redis-history.ts";
import { type RedisProxy, startProxy } from "./redis-proxy.ts";

/** A store that servers use, and of which every commit can be read afterwards. */
export interface Stored {
  /** Settings of a server. */
  readonly settings: Readonly<Record<string, string>>;
  /** What starts `wenkao`, where it is not started as it is. */
  readonly program?: string;
  /** Once the servers have ended. */
  readonly history: ReadHistory;
  remove(): Promise<void>;
}

export interface StoredInRedis extends Stored {
  readonly redis: RedisServer;
  readonly proxy: RedisProxy;
}

/** A redis-server that has every change on disk before it answers, behind a proxy. */
export async function onRedis(): Promise<StoredInRedis> {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-chaos-"));
  const redis = await startRedis({
    ...DURABLE,
    dir: folder,
    "auto-aof-rewrite-percentage": "0", // the file is the history
    "maxmemory-policy": "noeviction",
  });
  const proxy = await startProxy(redis.port);
  return {
    redis,
    proxy,
    settings: { REDIS_URL: proxy.url },
    history: () => redisHistory(folder),
    async remove() {
      await proxy.close();
      await redis.remove();
      await rm(folder, { recursive: true });
    },
  };
}

/** The embedded store, with a witness in the server that keeps a ledger of what it commits. */
export async function onLmdb(): Promise<Stored> {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-chaos-"));
  return {
    settings: { DATA_DIR: folder },
    program: fileURLToPath(new URL("witnessed.mjs", import.meta.url)),
    history: () => lmdbHistory(folder),
    remove: () => rm(folder, { recursive: true }),
  };
}
