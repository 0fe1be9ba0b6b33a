import { Redis } from "ioredis";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openRedisStore } from "../../src/store/redis.ts";
import { startCluster, type RedisCluster } from "../redis-cluster.ts";
import { startRedis } from "../redis-server.ts";
import { pending, storeContract } from "./contract.ts";
import { serversAt, type Servers } from "./redis-servers.ts";

const TOLERANCE_MS = 10_000;

let cluster: RedisCluster;
let servers: Servers;
beforeAll(async () => {
  cluster = await startCluster();
  servers = serversAt(cluster.nodes.map(({ url }) => url));
});
afterAll(async () => {
  servers.close();
  await cluster.remove();
});

const seed = () => cluster.nodes[0]?.url ?? "";

async function openEmpty() {
  await servers.empty();
  return openRedisStore({ url: seed(), cluster: true });
}

storeContract("redis cluster", {
  open: openEmpty,
  pass: (milliseconds) => servers.pass(milliseconds),
  tolerance: TOLERANCE_MS,
});

const turn = (message: string) => ({ state: message, message, record: message });

test("conversations spread over the nodes, and each stands on one", async () => {
  const store = await openEmpty();
  for (let index = 0; index < 50; index += 1) await store.save(`c${index}`, undefined, turn("1"));
  const perNode = await Promise.all(
    cluster.nodes.map(async ({ url }) => {
      const node = serversAt([url]);
      const keys = Object.keys(await node.lifetimes());
      node.close();
      return keys;
    }),
  );
  for (const keys of perNode) {
    const conversations = new Set(keys.map((key) => /\{.*\}/.exec(key)?.[0]));
    expect(conversations.size).toBeGreaterThan(5);
    expect(keys).toHaveLength(conversations.size * 3);
  }
  await store.close();
});

test("a setting that does not fit is named: a node of a cluster, or none", async () => {
  const single = openRedisStore({ url: seed() });
  const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
  const faults = await Promise.all(ids.map((id) => faultOf(single.last(id))));
  expect(faults.join("\n")).toMatch(/MOVED.*To do: set REDIS_CLUSTER=1/);
  await single.close();

  const server = await startRedis();
  const alone = openRedisStore({ url: server.url, cluster: true });
  expect(await faultOf(alone.ping())).toMatch(
    /cluster support disabled.*To do: unset REDIS_CLUSTER/,
  );
  await alone.close();
  await server.remove();
});

test("a node that ends and comes back: its conversations fail and then go on", async () => {
  const store = await openEmpty();
  const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
  for (const id of ids) await store.save(id, undefined, turn("1"));
  const [, second] = cluster.nodes;
  await second?.signal("SIGKILL");
  const faults = await Promise.all(ids.map((id) => faultOf(store.last(id))));
  expect(faults.filter((fault) => fault !== "").length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/^$|^Redis at 127.0.0.1:\d+: .*To do: /);
  await second?.start();
  await expect
    .poll(async () => (await Promise.all(ids.map((id) => faultOf(store.last(id))))).join(""), {
      timeout: 15_000,
    })
    .toBe("");
  for (const id of ids) {
    const { revision } = pending(await store.load(id, "2"));
    expect(await store.save(id, revision, turn("2"))).toBe(true);
  }
  await store.close();
});

describe("a turn that replicas should have", () => {
  test("has reached them when it is saved, and so has an erasure", async () => {
    const replicated = await startCluster({ masters: 3, replicated: true });
    onTestFinished(() => replicated.remove());
    const store = openRedisStore({
      url: replicated.nodes[0]?.url ?? "",
      cluster: true,
      replicas: 1,
    });
    const replicas = replicated.nodes.slice(3).map(({ url }) => new Redis(url));
    const sizes = async () => Promise.all(replicas.map((replica) => replica.dbsize()));
    const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
    const kept = async () =>
      (await Promise.all(replicas.map((replica) => replica.keys("wenkao:{*}")))).flat();
    for (const [index, id] of ids.entries()) {
      await store.save(id, undefined, turn("1"));
      expect(await kept()).toHaveLength(index + 1);
    }
    for (const id of ids) await store.erase(id);
    await expect.poll(sizes).toEqual([0, 0, 0]); // what was written to wait for them expires
    await replicated.nodes[0]?.signal("SIGKILL");
    const save = async (id: string) => faultOf(store.save(id, undefined, turn("1")));
    const failed = async () => (await Promise.all(ids.map(save))).filter((fault) => fault !== "");
    await expect.poll(failed, { timeout: 20_000 }).toEqual([]); // where a replica has become the master too
    for (const replica of replicas) replica.disconnect();
    await store.close();
  });

  test("is saved without them where there are none, and the log says so once", async () => {
    const server = await startRedis();
    const warned: unknown[] = [];
    const logger = pino({ level: "warn" }, { write: (line: string) => void warned.push(line) });
    const store = openRedisStore({ url: server.url, replicas: 1, logger });
    for (const id of ["a", "b", "c"]) expect(await store.save(id, undefined, turn("1"))).toBe(true);
    expect(await store.load("a", "1")).toEqual({ answered: "1" });
    expect(warned).toEqual([expect.stringMatching(/too few replicas.*To do: /)]);
    await store.close();
    await server.remove();
  });
});

async function faultOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "",
    (error: unknown) => (error as Error).message,
  );
}
