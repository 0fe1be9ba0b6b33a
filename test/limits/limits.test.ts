import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { type Limits, openLimits } from "../../src/limits/open.ts";
import { type RedisCluster, startCluster } from "../redis-cluster.ts";
import { type RedisServer, startRedis } from "../redis-server.ts";
import { type Servers, serversAt } from "../store/redis-servers.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const ADDRESS = "203.0.113.7";
const FEW = { RATE_LIMIT_CONVERSATION: "3", RATE_LIMIT_ADDRESS: "3", SECRET };

const opened: Limits[] = [];
const warned: object[] = [];
async function open(env: Record<string, string> = {}): Promise<Limits> {
  const logger = { warn: (what: object) => void warned.push(what) };
  const limits = await openLimits(readConfig({ ...FEW, ...env }), logger);
  opened.push(limits);
  return limits;
}
afterEach(() => {
  for (const limits of opened.splice(0)) limits.close();
  warned.length = 0;
});

/** @returns of five in a row, which were refused, and which of those was the first */
async function five(spend: Limits["address"]["spend"], who = ADDRESS): Promise<string> {
  let told = "";
  for (let time = 0; time < 5; time++) {
    const { seconds, isFirst } = await spend(who);
    expect(seconds).toBeLessThanOrEqual(60);
    told += seconds === 0 ? "." : isFirst ? "F" : "x";
  }
  return told;
}

describe("a limit of three, counted alone", () => {
  test("refuses the fourth, and tells that it is the first", async () => {
    const { conversation, address } = await open();
    expect(await five(address.spend)).toBe("...Fx");
    expect(await five(address.spend, "203.0.113.8")).toBe("...Fx");
    expect(await five(conversation.spend)).toBe("...Fx");
  });

  test("begins anew for what is forgotten", async () => {
    const { conversation } = await open();
    await five(conversation.spend);
    await conversation.forget(ADDRESS);
    expect(await five(conversation.spend)).toBe("...Fx");
  });

  test("is none when it is 0", async () => {
    const { address } = await open({ RATE_LIMIT_ADDRESS: "0" });
    expect(await five(address.spend)).toBe(".....");
    await address.forget(ADDRESS);
  });
});

describe("a limit of three, shared through Redis", () => {
  let redis: RedisServer;
  let servers: Servers;
  beforeAll(async () => {
    redis = await startRedis();
    servers = serversAt([redis.url]);
  });
  afterEach(() => servers.empty());
  afterAll(async () => {
    servers.close();
    await redis.remove();
  });
  const shared = () => open({ REDIS_URL: redis.url });
  /** Until then it counts alone. */
  const connected = async (limits: Limits) => {
    await expect
      .poll(async () => {
        await limits.address.spend("somebody else");
        return Object.keys(await servers.lifetimes()).length;
      })
      .toBeGreaterThan(0);
    await servers.empty();
  };

  test("counts what every process takes, and tells one of them that it is the first", async () => {
    const [one, two] = [await shared(), await shared()];
    await connected(one);
    await connected(two);
    const spent = [];
    for (const { address } of [one, two, one, two, one, two])
      spent.push(await address.spend(ADDRESS));
    expect(spent.map(({ seconds }) => seconds > 0)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(spent.map(({ isFirst }) => isFirst).indexOf(true)).toBe(3);
    expect(spent.filter(({ isFirst }) => isFirst)).toHaveLength(1);
  });

  test("keeps no address, under keys of ours, for a minute at most", async () => {
    const limits = await shared();
    await connected(limits);
    await limits.address.spend(ADDRESS);
    await limits.conversation.spend("telegram:1001:1001");
    const lifetimes = await servers.lifetimes();
    const keys = Object.keys(lifetimes);
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(key).toMatch(/^wenkao:limit:(?:address|conversation):[\w-]{22}$/u);
      expect(lifetimes[key]).toBeGreaterThan(0);
      expect(lifetimes[key]).toBeLessThanOrEqual(60_000);
    }
    await limits.conversation.forget("telegram:1001:1001");
    expect(Object.keys(await servers.lifetimes()).join()).toMatch(/^wenkao:limit:address:[\w-]+$/u);
  });

  test("is held by this process alone while Redis is away or hangs, and says so", async () => {
    const limits = await shared();
    await connected(limits);
    await redis.signal("SIGSTOP");
    expect(await five(limits.address.spend)).toBe("...Fx");
    await limits.address.forget(ADDRESS);
    await redis.signal("SIGCONT");
    await redis.signal("SIGKILL");
    expect(await five(limits.address.spend, "203.0.113.9")).toBe("...Fx");
    expect(JSON.stringify(warned)).toMatch(/"fault":".+","unsaid":\d/u);
    await redis.start();
    await expect
      .poll(
        async () => {
          await limits.address.spend("after");
          return Object.keys(await servers.lifetimes()).length;
        },
        { timeout: 5000 },
      )
      .toBe(1);
  });
});

describe("in a cluster", () => {
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

  test("the keys stand on every node", async () => {
    const { address } = await open({ REDIS_URL: cluster.nodes[0]?.url ?? "", REDIS_CLUSTER: "1" });
    await expect
      .poll(async () => {
        await address.spend("first");
        return Object.keys(await servers.lifetimes()).length;
      })
      .toBe(1);
    for (let at = 0; at < 40; at++) await address.spend(`203.0.113.${at}`);
    expect(Object.keys(await servers.lifetimes())).toHaveLength(41);
    expect(await five(address.spend)).toBe("..Fxx");
  });
});
