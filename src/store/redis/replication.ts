import { createSampler } from "../../observation/sampler.ts";
import type { Client } from "./client.ts";
import { openConnection, type RedisOptions } from "./connection.ts";

/** Milliseconds: replicas that are further behind are not waited for. */
const WAIT_MS = 500;
/** Nor are any for so long after that: candidates are served without them meanwhile. */
const REST_MS = 5000;

/** Waits until what was stored cannot be lost with the master alone. */
export interface Replication {
  /**
   * Resolves when enough replicas have all that the master of this key was told before, or when they are too late.
   * @throws {StoreError} when Redis cannot be asked
   */
  readonly reached: (key: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param replicas how many are enough; of 0 it never asks */
export function openReplication(options: RedisOptions, replicas: number): Replication {
  if (replicas === 0) return { reached: async () => {}, close: async () => {} };
  // a connection of its own, because WAIT holds up all that comes after it
  const { attempt, close } = openConnection(options);
  const sample = createSampler();
  let restsUntil = 0;
  return {
    async reached(key) {
      if (performance.now() < restsUntil) return;
      const reached = await attempt("cannot tell the replicas", (redis) =>
        countReplicas(redis, key, replicas),
      );
      if (reached >= replicas) return;
      restsUntil = performance.now() + REST_MS;
      if (sample() !== undefined) options.logger?.warn({ reached, replicas }, TOO_FEW);
    },
    close,
  };
}

/** What the log says then. */
export const TOO_FEW =
  "Redis: too few replicas have a turn in time, and turns are answered without them. To do: look after the replicas";

async function countReplicas(redis: Client, key: string, enough: number): Promise<number> {
  // a write, because WAIT is about those of its own connection; and it leads to the key's node
  const mark = [`${key}:reached`, "", "PX", 1] as const;
  const ask = async () =>
    (await redis
      .pipeline()
      .set(...mark)
      .wait(enough, WAIT_MS)
      .exec()) ?? [];
  let replies = await ask();
  if (replies.some(([error]) => error?.message.startsWith("MOVED"))) {
    await redis.set(...mark); // alone it is led to the new master, which nothing beside WAIT is
    replies = await ask();
  }
  for (const [error] of replies) if (error) throw error;
  return Number(replies[1]?.[1]);
}
