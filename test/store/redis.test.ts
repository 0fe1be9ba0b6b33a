import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRedisStore } from "../../src/store/redis.ts";
import { RECORD_TTL_MS, STATE_TTL_MS } from "../../src/store/store.ts";
import { startRedis, type RedisServer } from "../redis-server.ts";
import { serversAt, type Servers } from "./redis-servers.ts";
import { pending, storeContract } from "./contract.ts";

/** A key may be a little younger than the test thinks, because Redis' clock goes on meanwhile. */
const TOLERANCE_MS = 10_000;

let server: RedisServer;
let servers: Servers;
beforeAll(async () => {
  server = await startRedis();
  servers = serversAt([server.url]);
});
afterAll(async () => {
  servers.close();
  await server.remove();
});

async function openEmpty() {
  await servers.empty();
  return openRedisStore({ url: server.url });
}

storeContract("redis", {
  open: openEmpty,
  pass: (milliseconds) => servers.pass(milliseconds),
  tolerance: TOLERANCE_MS,
});

const turn = (message: string) => ({ state: message, message, record: message });

describe("keys", () => {
  test("are of one hash tag, hold no id, and every one expires in its time", async () => {
    const store = await openEmpty();
    await store.save("telegram:1:2", undefined, turn("update 3"));
    const lifetimes = await servers.lifetimes();
    const [state = ""] = Object.keys(lifetimes).filter((key) => key.endsWith("}"));
    expect(state).toMatch(/^wenkao:\{[\w-]{43}\}$/);
    const [record = ""] = Object.keys(lifetimes).filter((key) => key.startsWith(`${state}:m:`));
    expect(Object.keys(lifetimes).toSorted()).toEqual([state, `${state}:index`, record].toSorted());
    expectWithin(lifetimes[state], STATE_TTL_MS);
    expectWithin(lifetimes[record], RECORD_TTL_MS);
    expectWithin(lifetimes[`${state}:index`], RECORD_TTL_MS);
    await store.close();
  });

  test("the lifetime of a conversation begins anew with each turn", async () => {
    const store = await openEmpty();
    await store.save("c", undefined, turn("1"));
    await servers.pass(RECORD_TTL_MS / 2);
    await store.save("c", pending(await store.load("c", "2")).revision, turn("2"));
    const left = Object.entries(await servers.lifetimes()).filter(([key]) => !key.includes(":m:"));
    for (const [key, ms] of left)
      expectWithin(ms, key.endsWith("}") ? STATE_TTL_MS : RECORD_TTL_MS);
    await store.close();
  });

  test("the index forgets the records that have expired, and erasure leaves nothing", async () => {
    const store = await openEmpty();
    for (const message of ["1", "2", "3"]) {
      await store.save("c", pending(await store.load("c", message)).revision, turn(message));
      await servers.pass(RECORD_TTL_MS * 0.6);
    }
    expect(await servers.members()).toHaveLength(2);
    await store.erase("c");
    expect(await servers.lifetimes()).toEqual({});
    await store.close();
  });
});

test("a Redis that has forgotten the scripts gets them again", async () => {
  const store = await openEmpty();
  await store.save("c", undefined, turn("1"));
  await servers.forgetScripts();
  expect(await store.save("d", undefined, turn("1"))).toBe(true);
  await servers.forgetScripts();
  await store.erase("d");
  expect(await store.last("d")).toEqual({});
  await store.close();
});

test("stores in two processes see each other at once, and only one of them wins", async () => {
  const [one, other] = [await openEmpty(), openRedisStore({ url: server.url })];
  const won = await Promise.all([
    one.save("c", undefined, turn("1")),
    other.save("c", undefined, turn("2")),
  ]);
  expect(won.toSorted()).toEqual([false, true]);
  expect(await one.last("c")).toEqual(await other.last("c"));
  await Promise.all([one.close(), other.close()]);
});

function expectWithin(ms: number | undefined, ttl: number): void {
  expect(ms).toBeGreaterThan(ttl - TOLERANCE_MS);
  expect(ms).toBeLessThanOrEqual(ttl);
}
