/**
 * What it costs a save to wait for a replica (REDIS_REPLICAS=1): saves of four conversations at once, with and without
 * in turns, on a cluster of three masters and three replicas on loopback; without a disk, and with one that each waits for.
 */
import { randomUUID } from "node:crypto";
import { openRedisStore } from "../src/store/redis.ts";
import type { Store } from "../src/store/store.ts";
import { startCluster } from "../test/redis-cluster.ts";
import { DURABLE } from "../test/redis-server.ts";

const ROUNDS = 400;
const AT_ONCE = 4;
const STATE = "s".repeat(200);
const RECORD = "r".repeat(2000);

for (const [disk, settings] of Object.entries({ "no disk": {}, "appendfsync always": DURABLE })) {
  const cluster = await startCluster({
    masters: 3,
    replicated: true,
    settings: async () => settings,
  });
  const open = (replicas: number) =>
    openRedisStore({ url: cluster.nodes[0]?.url ?? "", cluster: true, replicas });
  const [without, waiting] = [open(0), open(1)];
  const times = { without: [] as number[], waiting: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.without.push(await timeOf(without));
    times.waiting.push(await timeOf(waiting));
  }
  await Promise.all([without.close(), waiting.close()]);
  await cluster.remove();
  const [a, b] = [medianOf(times.without), medianOf(times.waiting)];
  process.stdout.write(
    `${disk}: ${AT_ONCE} saves at once take ${a} µs, ${b} µs with a replica, ratio ${(b / a).toFixed(2)}\n`,
  );
}

/** @returns microseconds */
async function timeOf(store: Store): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      store.save(randomUUID(), undefined, { state: STATE, message: "1", record: RECORD }),
    ),
  );
  return Math.round((performance.now() - began) * 1000);
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
