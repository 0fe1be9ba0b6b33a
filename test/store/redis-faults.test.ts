import { inspect } from "node:util";
import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { openRedisStore } from "../../src/store/redis.ts";
import { StoreError, type Store } from "../../src/store/store.ts";
import { DURABLE, startRedis, type RedisServer } from "../redis-server.ts";
import { pending } from "./contract.ts";

const servers: RedisServer[] = [];
const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(servers.splice(0).map((server) => server.remove()));
});

async function started(settings?: Record<string, string>): Promise<RedisServer> {
  const server = await startRedis(settings);
  servers.push(server);
  return server;
}

function opened(url: string, said: string[] = []): Store {
  const logger = pino({ level: "info" }, { write: (line) => void said.push(line) });
  const store = openRedisStore({ url, logger });
  stores.push(store);
  return store;
}

const turn = (message: string, text = message) => ({ state: text, message, record: text });

describe("Redis away", () => {
  test("at start: said once a second with the address; when it comes all goes on", async () => {
    const server = await started();
    await server.signal("SIGTERM");
    const said: string[] = [];
    const store = opened(server.url, said);
    await expectFault(store.ping(), server, /cannot serve: away: .*ECONNREFUSED.*To do: start/);
    await pause(2500);
    const complaints = said.filter((line) =>
      line.includes(`Redis at 127.0.0.1:${server.port} is away: connect ECONNREFUSED`),
    );
    expect(complaints.length).toBeGreaterThanOrEqual(2);
    expect(complaints.length).toBeLessThanOrEqual(3);
    await server.start();
    await serves(store);
    expect(await store.save("c", undefined, turn("1"))).toBe(true);
    expect(said.at(-1)).toContain("is there");
  });

  test.each(["SIGTERM", "SIGKILL"] as const)(
    "ended by %s in the middle: every call fails at once, nothing acknowledged is lost, and it goes on",
    async (signal) => {
      const server = await started(DURABLE);
      const store = opened(server.url);
      await store.save("c", undefined, turn("1"));
      await server.signal(signal);
      const before = Date.now();
      await expectFault(store.load("c", "2"), server, /To do: /);
      await expectFault(store.save("c", undefined, turn("2")), server, /To do: /);
      await expectFault(store.last("c"), server, /To do: /);
      await expectFault(store.erase("c"), server, /To do: /);
      expect(Date.now() - before).toBeLessThan(500);
      await server.start();
      await serves(store);
      expect(await store.last("c")).toEqual({ state: "1", record: "1" });
      const { revision } = pending(await store.load("c", "2"));
      expect(await store.save("c", revision, turn("2"))).toBe(true);
    },
  );

  test("hanging: a command has a time limit, later ones fail at once, and it goes on", async () => {
    const server = await started();
    const store = opened(server.url);
    await store.save("c", undefined, turn("1"));
    await server.signal("SIGSTOP");
    await expectFault(store.load("c", "2"), server, /timed out.*To do: see whether Redis hangs/i);
    await expect.poll(() => timeOf(store.ping()), { timeout: 5000 }).toBeLessThan(50);
    await server.signal("SIGCONT");
    await serves(store);
    expect(await store.last("c")).toEqual({ state: "1", record: "1" });
  });

  test("reading its data: said so, and it goes on", async () => {
    const slow = { "key-load-delay": "10000", "loading-process-events-interval-bytes": "1024" };
    const server = await started({ ...slow, save: "3600 1" });
    const store = opened(server.url);
    for (let index = 0; index < 100; index += 1)
      await store.save(`c${index}`, undefined, turn("1", "x".repeat(1024)));
    await server.signal("SIGTERM");
    const starting = server.start();
    await expect
      .poll(() => faultOf(store.ping()), { timeout: 5000 })
      .toMatch(/LOADING.*To do: wait/);
    await starting;
    await serves(store);
    expect(await store.last("c99")).toMatchObject({ state: "x".repeat(1024) });
  });
});

describe("Redis refuses", () => {
  test("when its memory is full: the turn is not applied, the others stay, and later it serves", async () => {
    const server = await started({ maxmemory: "2mb", "maxmemory-policy": "noeviction" });
    const store = opened(server.url);
    const large = "x".repeat(20_000);
    let filled = 0;
    let fault = "";
    while (fault === "" && filled < 1000) {
      fault = await faultOf(store.save(`c${filled}`, undefined, turn("1", large)));
      filled += 1;
    }
    expect(fault).toMatch(/cannot save: OOM .*To do: raise maxmemory/);
    expect(await store.load(`c${filled - 1}`, "1")).toEqual({ revision: undefined });
    for (let index = 0; index < filled - 1; index += 1)
      expect(await store.last(`c${index}`)).toEqual({ state: large, record: large });
    for (const id of ["c0", "c1", "c2"]) await store.erase(id);
    expect(await store.save("later", undefined, turn("1"))).toBe(true);
  });

  test("every write: then it cannot serve, though it can be read", async () => {
    const server = await started({ maxmemory: "1", "maxmemory-policy": "noeviction" });
    const store = opened(server.url);
    await expectFault(store.ping(), server, /cannot serve: OOM/);
    expect(await store.load("c", "1")).toEqual({ revision: undefined });
  });

  test("a wrong password, and never tells the password", async () => {
    const server = await started({ requirepass: "right" });
    const said: string[] = [];
    const store = opened(server.url.replace("//", "//default:hunter2@"), said);
    await expectFault(store.ping(), server, /WRONGPASS.*To do: correct user and password/);
    expect(inspect(await errorOf(store.ping()), { depth: null })).not.toContain("hunter2");
    await pause(1500);
    expect(said.join()).toContain("WRONGPASS");
    expect(said.join()).not.toContain("hunter2");
    await serves(opened(server.url.replace("//", "//:right@")));
  });

  test("a missing password", async () => {
    const server = await started({ requirepass: "right" });
    await expectFault(
      opened(server.url).ping(),
      server,
      /NOAUTH.*To do: correct user and password/,
    );
  });

  test("a write to a replica, and what was to be written is not told", async () => {
    const server = await started({ replicaof: "127.0.0.1 1" });
    const store = opened(server.url);
    const error = await errorOf(store.save("c", undefined, turn("1", "my secret")));
    expect(String(error)).toMatch(/READONLY.*To do: let REDIS_URL lead to the master/);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("my secret");
    expect(error.cause).toBeInstanceOf(Error);
  });
});

test("a host that does not exist is named", async () => {
  const store = opened("redis://nowhere.invalid");
  expect(await faultOf(store.ping())).toMatch(/^Redis at nowhere.invalid:6379: .*To do: /);
});

test("close() waits for what is in hand, and then says that it is closed", async () => {
  const server = await started();
  const store = opened(server.url);
  await store.ping();
  const writes = Array.from({ length: 200 }, (_, id) => store.save(`${id}`, undefined, turn("1")));
  await store.close();
  expect(await Promise.all(writes)).not.toContain(false);
  await expectFault(store.load("c", "1"), server, /closed\. To do: open it again/);
});

async function expectFault(
  call: Promise<unknown>,
  { port }: RedisServer,
  fault: RegExp,
): Promise<void> {
  const error = await errorOf(call);
  expect(error).toBeInstanceOf(StoreError);
  expect(error.message).toMatch(new RegExp(`^Redis at 127.0.0.1:${port}: `));
  expect(error.message).toMatch(fault);
}

async function errorOf(call: Promise<unknown>): Promise<Error> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("it did not fail");
}

/** @returns "" when it did not fail */
async function faultOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "",
    (error: unknown) => (error as Error).message,
  );
}

async function timeOf(call: Promise<unknown>): Promise<number> {
  const before = performance.now();
  await call.catch(() => undefined);
  return performance.now() - before;
}

async function serves(store: Store): Promise<void> {
  await expect.poll(() => faultOf(store.ping()), { timeout: 8000 }).toBe("");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
