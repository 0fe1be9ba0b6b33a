import { Redis } from "ioredis";
import { freePort, startRedis, type RedisServer } from "./redis-server.ts";

/** A real cluster; the first master has the lowest of the slots, and so on. */
export interface RedisCluster {
  /** The masters, then the replicas in the same order. */
  readonly nodes: readonly RedisServer[];
  remove(): Promise<void>;
}

export interface ClusterSettings {
  readonly masters?: number;
  /** A replica for each master. */
  readonly replicated?: boolean;
  /** Of each node, beside what makes it one. */
  readonly settings?: () => Promise<Readonly<Record<string, string>>>;
}

const SLOTS = 16384;

/** @throws {Error} when the nodes do not find each other within twenty seconds */
export async function startCluster({
  masters = 2,
  replicated = false,
  settings = async () => ({}),
}: ClusterSettings = {}): Promise<RedisCluster> {
  const launch = async (): Promise<Node> => {
    const bus = await freePort(); // the usual one, 10,000 above, may not exist
    const server = await startRedis({
      "cluster-enabled": "yes",
      "cluster-port": `${bus}`,
      "cluster-node-timeout": "2000",
      ...(await settings()),
    });
    return { server, bus, client: new Redis(server.url) };
  };
  const nodes = await Promise.all(
    Array.from({ length: replicated ? masters * 2 : masters }, launch),
  );
  try {
    await join(nodes, masters);
  } finally {
    for (const { client } of nodes) client.disconnect();
  }
  const servers = nodes.map(({ server }) => server);
  const remove = async () => void (await Promise.all(servers.map((server) => server.remove())));
  return { nodes: servers, remove };
}

interface Node {
  readonly server: RedisServer;
  readonly bus: number;
  readonly client: Redis;
}

async function join(nodes: readonly Node[], masters: number): Promise<void> {
  const first = (index: number) => Math.round((index * SLOTS) / masters);
  for (const [index, { client }] of nodes.entries()) {
    if (index < masters)
      await client.call("CLUSTER", "ADDSLOTSRANGE", first(index), first(index + 1) - 1);
    for (const { server, bus } of nodes)
      await client.call("CLUSTER", "MEET", "127.0.0.1", server.port, bus);
  }
  await until(nodes, async ({ client }) => {
    const info = String(await client.call("CLUSTER", "INFO"));
    return info.includes("cluster_state:ok") && info.includes(`known_nodes:${nodes.length}\r`);
  });
  const replicas = nodes.slice(masters);
  for (const [index, { client }] of replicas.entries())
    await client.call(
      "CLUSTER",
      "REPLICATE",
      String(await nodes[index]?.client.call("CLUSTER", "MYID")),
    );
  await until(replicas, async ({ client }) =>
    (await client.info("replication")).includes("master_link_status:up"),
  );
  // a master counts a replica in only when it has acknowledged something, up to a second after its link is up
  await until(nodes.slice(0, replicas.length), async ({ client }) =>
    (await client.info("replication")).includes("state=online"),
  );
}

async function until(
  nodes: readonly Node[],
  holds: (node: Node) => Promise<boolean>,
): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await Promise.all(nodes.map(holds))).every(Boolean)) return;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error("the nodes of the test cluster did not find each other");
}
