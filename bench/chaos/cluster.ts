import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { startCluster } from "../../test/redis-cluster.ts";
import { DURABLE } from "../../test/redis-server.ts";
import { redisHistory } from "./redis-history.ts";
import { type RedisProxy, startProxy } from "./redis-proxy.ts";
import type { Stored } from "./stores.ts";

export interface StoredInCluster extends Stored {
  /** How far behind their masters the replicas are. @param ms from now on */
  lag(ms: number): void;
  /** The first master ends at once and does not come back. */
  killMaster(): Promise<void>;
}

const MASTERS = 3;

/**
 * Three masters, each with a replica, all behind proxies; each node has what it does on disk before it answers.
 * Its history is that of the nodes that are masters then.
 * @param replicas REDIS_REPLICAS
 */
export async function onCluster(replicas: number): Promise<StoredInCluster> {
  const folders: string[] = [];
  const cluster = await startCluster({
    masters: MASTERS,
    replicated: true,
    settings: async () => {
      const dir = await mkdtemp(join(tmpdir(), "wenkao-chaos-"));
      folders.push(dir);
      return {
        ...DURABLE,
        dir,
        "auto-aof-rewrite-percentage": "0", // the file is the history
        "cluster-require-full-coverage": "no", // the others go on
      };
    },
  });
  const proxies = await Promise.all(cluster.nodes.map(({ port }) => startProxy(port)));
  await Promise.all(cluster.nodes.map(({ url }, index) => announce(url, proxies[index])));
  const [first] = cluster.nodes;
  return {
    settings: () => ({
      REDIS_URL: proxies[1]?.url ?? "",
      REDIS_CLUSTER: "1",
      REDIS_REPLICAS: `${replicas}`,
    }),
    lag: (ms) => proxies.forEach((proxy) => proxy.slow(ms, "replicas")),
    killMaster: async () => first?.signal("SIGKILL"),
    async history() {
      const found = await Promise.all(cluster.nodes.map(({ url }) => folderOfMaster(url)));
      return (await Promise.all(found.flat().map(redisHistory))).flat();
    },
    async remove() {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await cluster.remove();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
    },
  };
}

/** Others are told to come by the proxy, replicas too. */
async function announce(url: string, proxy: RedisProxy | undefined): Promise<void> {
  const redis = new Redis(url);
  const [, bus = ""] = await redis.config("GET", "cluster-port");
  await redis.config("SET", "cluster-announce-bus-port", bus);
  await redis.config("SET", "cluster-announce-port", new URL(proxy?.url ?? "").port);
  redis.disconnect();
}

/** @returns nothing of a node that is no master or not there */
async function folderOfMaster(url: string): Promise<string[]> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    const [role] = await redis.role();
    const [, folder = ""] = await redis.config("GET", "dir");
    return role === "master" ? [folder] : [];
  } catch {
    return [];
  } finally {
    redis.disconnect();
  }
}
