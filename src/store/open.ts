import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Archive } from "./archive.ts";
import type { Store } from "./store.ts";

/** What decides which store it is. */
export type StoreSettings = Pick<
  Config,
  "REDIS_URL" | "REDIS_CLUSTER" | "REDIS_REPLICAS" | "DATA_DIR"
>;

/**
 * The store that the settings ask for: Redis with REDIS_URL, else the embedded one under DATA_DIR. The packages
 * of the embedded one are loaded only for it.
 * @throws {StoreError} when the embedded one cannot be opened; Redis may come later
 */
export async function openStore(
  { REDIS_URL: url, REDIS_CLUSTER: cluster, REDIS_REPLICAS: replicas, DATA_DIR }: StoreSettings,
  logger: Logger,
): Promise<Store> {
  if (url === undefined) {
    const { openLmdbStore } = await import("./lmdb.ts");
    return openLmdbStore({ path: lmdbPath(DATA_DIR), logger });
  }
  const { openRedisStore } = await import("./redis.ts");
  return openRedisStore({ url, cluster, replicas, logger });
}

/**
 * The same store as a whole, for backup and restore.
 * @throws {StoreError} when the embedded one cannot be opened
 */
export async function openArchive({
  REDIS_URL: url,
  REDIS_CLUSTER: cluster,
  DATA_DIR,
}: Omit<StoreSettings, "REDIS_REPLICAS">): Promise<Archive> {
  if (url === undefined) {
    const { openLmdbArchive } = await import("./lmdb/archive.ts");
    return openLmdbArchive(lmdbPath(DATA_DIR));
  }
  const { openRedisArchive } = await import("./redis/archive.ts");
  return openRedisArchive({ url, cluster });
}

function lmdbPath(dataDirectory: string): string {
  return join(dataDirectory, "store");
}
