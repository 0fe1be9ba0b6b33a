import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { whileHolding } from "../../src/store/lease.ts";
import { openRedisStore } from "../../src/store/redis.ts";
import { StoreError, type Store } from "../../src/store/store.ts";
import { type RedisServer, startRedis } from "../redis-server.ts";

const TTL_MS = 600;

describe("of two processes with one Redis", () => {
  let server: RedisServer;
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    server = await startRedis();
    one = openRedisStore({ url: server.url });
    other = openRedisStore({ url: server.url });
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await server.remove();
  });

  const stopping = new AbortController();
  const hold = (store: Store, work: (mine: AbortSignal) => Promise<void>) =>
    whileHolding(store, "n", stopping.signal, work, TTL_MS);

  /** Holds it until it is lost. @returns once it is held */
  function holdUntilLost(store: Store): Promise<{ readonly lost: Promise<boolean> }> {
    return new Promise((resolve, reject) => {
      const lost = hold(store, (mine) => {
        resolve({ lost });
        return new Promise((end) => mine.addEventListener("abort", () => end()));
      });
      lost.catch(reject);
    });
  }

  test("one holds it as long as it works, however long, and gives it back", async () => {
    const held = hold(one, async (mine) => {
      await pause(3 * TTL_MS);
      expect(mine.aborted).toBe(false);
      expect(await hold(other, () => Promise.reject(new Error("both hold it")))).toBe(false);
    });
    expect(await held).toBe(true);
    expect(await hold(other, async () => {})).toBe(true);
  });

  test("one that fails gives it back, and its fault is told", async () => {
    const fault = new Error("the work failed");
    await expect(hold(one, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(await hold(other, async () => {})).toBe(true);
  });

  test("one that stops renewing, as a process that has died, is followed when its time is over", async () => {
    await one.lease("n", "the dead", TTL_MS);
    expect(await hold(other, async () => {})).toBe(false);
    await pause(TTL_MS + 50);
    expect(await hold(other, async () => {})).toBe(true);
  });

  test("one that cannot renew it has lost it before another can take it", async () => {
    const { lost } = await holdUntilLost(one);
    await server.signal("SIGSTOP"); // it answers nothing, and its clock goes on
    expect(await lost).toBe(true);
    await server.signal("SIGCONT");
    await waitFor(() => other.lease("n", "other", TTL_MS));
  });

  test("one whose name was taken while Redis forgot is told", async () => {
    const { lost } = await holdUntilLost(one);
    await server.signal("SIGKILL"); // nothing was written to its disk
    await server.start();
    await waitFor(() => other.lease("n", "other", 10 * TTL_MS));
    expect(await lost).toBe(true);
    expect(await other.lease("n", "third", TTL_MS), "still the other's").toBe(false);
  });

  test("who cannot ask does nothing, and says why", async () => {
    await server.signal("SIGTERM");
    const held = hold(one, () => Promise.reject(new Error("it worked")));
    await expect(held).rejects.toThrow(StoreError);
  });
});

async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (await holds().catch(() => false)) return;
    await pause(50);
  }
  throw new Error("waited in vain");
}
