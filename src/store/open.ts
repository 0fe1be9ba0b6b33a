import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Archive } from "./archive.ts";
import { openLmdbStore } from "./lmdb.ts";
import { openLmdbArchive } from "./lmdb/archive.ts";
import { openRedisStore } from "./redis.ts";
import { openRedisArchive } from "./redis/archive.ts";
import type { Store } from "./store.ts";

/** What decides which store it is. */
export type StoreSettings = Pick<
  Config,
  "REDIS_URL" | "REDIS_CLUSTER" | "REDIS_REPLICAS" | "DATA_DIR"
>;

/**
 * The store that the settings ask for: Redis with REDIS_URL, else the embedded one under DATA_DIR.
 * @throws {StoreError} when the embedded one cannot be opened; Redis may come later
 */
export function openStore(
  { REDIS_URL: url, REDIS_CLUSTER: cluster, REDIS_REPLICAS: replicas, DATA_DIR }: StoreSettings,
  logger: Logger,
): Store {
  return url === undefined
    ? openLmdbStore({ path: lmdbPath(DATA_DIR), logger })
    : openRedisStore({ url, cluster, replicas, logger });
}

/**
 * The same store as a whole, for backup and restore.
 * @throws {StoreError} when the embedded one cannot be opened
 */
export function openArchive({
  REDIS_URL: url,
  REDIS_CLUSTER: cluster,
  DATA_DIR,
}: Omit<StoreSettings, "REDIS_REPLICAS">): Archive {
  return url === undefined
    ? openLmdbArchive(lmdbPath(DATA_DIR))
    : openRedisArchive({ url, cluster });
}

function lmdbPath(dataDirectory: string): string {
  return join(dataDirectory, "store");
}
