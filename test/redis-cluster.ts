import { Redis } from "ioredis";
import { startRedis, type RedisServer } from "./redis-server.ts";

/** A real cluster of two masters without replicas; the first has the lower half of the slots. */
export interface RedisCluster {
  readonly nodes: readonly RedisServer[];
  remove(): Promise<void>;
}

const SLOTS = 16384;

/** @throws {Error} when the nodes do not find each other within ten seconds */
export async function startCluster(): Promise<RedisCluster> {
  const settings = { "cluster-enabled": "yes", "cluster-node-timeout": "2000" };
  const nodes = await Promise.all([startRedis(settings), startRedis(settings)]);
  const clients = nodes.map(({ url }) => new Redis(url));
  try {
    await join(clients, nodes);
  } finally {
    for (const client of clients) client.disconnect();
  }
  const remove = async () => void (await Promise.all(nodes.map((node) => node.remove())));
  return { nodes, remove };
}

async function join(clients: readonly Redis[], nodes: readonly RedisServer[]): Promise<void> {
  const share = SLOTS / clients.length;
  for (const [index, client] of clients.entries()) {
    await client.call("CLUSTER", "ADDSLOTSRANGE", index * share, (index + 1) * share - 1);
    for (const { port } of nodes) await client.call("CLUSTER", "MEET", "127.0.0.1", port);
  }
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const infos = await Promise.all(clients.map((client) => client.call("CLUSTER", "INFO")));
    if (infos.every((info) => String(info).includes("cluster_state:ok"))) return;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error("the nodes of the test cluster did not find each other");
}
