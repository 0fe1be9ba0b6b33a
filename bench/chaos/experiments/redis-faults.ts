import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import type { Experiment, Extent } from "../experiment.ts";
import { underLoad } from "../load.ts";
import { firstAnswer, recoveryOf } from "../recovery.ts";
import { POINTS } from "../redis-proxy.ts";
import { type Stage, onStage } from "../stage.ts";
import { type StoredInRedis, onRedis } from "../stores.ts";

const claims =
  "nothing answered is lost, nothing is doubled, clients get 503 with Retry-After, the servers stay up";

export const redisRestarted: Experiment = {
  name: "Redis killed and stopped",
  claims,
  how: "2 servers under load; Redis (appendfsync always) is killed and started at once 3 times (quick: 1), ended for 10 s (quick: 2 s), and hangs for 10 s (quick: 3 s)",
  run: (extent) =>
    staged(extent, async (stage) => {
      const { redis } = stage.stored;
      const times: number[] = [];
      const again = async (start: () => Promise<void>): Promise<void> => {
        await start();
        times.push(await firstAnswer(stage, stage.servers[0]?.origin ?? ""));
        await pause(300);
      };
      for (let run = 0; run < (extent.quick ? 1 : 3); run++) {
        await pause(stage.random() * 500);
        await redis.signal("SIGKILL");
        await again(() => redis.start());
      }
      await redis.signal("SIGTERM");
      await pause(extent.quick ? 2000 : 10_000);
      await again(() => redis.start());
      await redis.signal("SIGSTOP");
      await pause(extent.quick ? 3000 : 10_000);
      await again(() => redis.signal("SIGCONT"));
      return recoveryOf(times);
    }),
};

export const redisCut: Experiment = {
  name: "connection cut in a save",
  claims,
  how: "a proxy cuts the connection of a save before Redis has it, with half of it, with all of it, and when it has answered; 10 times each (quick: 1)",
  run: (extent) =>
    staged(extent, async (stage) => {
      const times: number[] = [];
      const rounds = extent.quick ? 1 : 10;
      for (const point of Array.from({ length: rounds }, () => POINTS).flat()) {
        await stage.stored.proxy.cutAt(point);
        for (const { origin } of stage.servers) times.push(await firstAnswer(stage, origin));
      }
      return { cuts: rounds * POINTS.length, ...recoveryOf(times) };
    }),
};

const SLOW_MS = 100;
const TOO_SLOW_MS = 3000;

export const redisSlow: Experiment = {
  name: "slow Redis",
  claims,
  how: `what Redis says comes ${SLOW_MS} ms late for 10 s (quick: 1 s), then ${TOO_SLOW_MS} ms late, which is above the time limit, for 10 s (quick: 3 s)`,
  run: (extent) =>
    staged(extent, async (stage) => {
      stage.stored.proxy.slow(SLOW_MS);
      await pause(extent.quick ? 1000 : 10_000);
      stage.stored.proxy.slow(TOO_SLOW_MS);
      await pause(extent.quick ? 3000 : 10_000);
      stage.stored.proxy.slow(0);
      return recoveryOf([await firstAnswer(stage, stage.servers[0]?.origin ?? "")]);
    }),
};

export const redisFull: Experiment = {
  name: "full Redis",
  claims,
  how: "maxmemory falls to what is used, with noeviction, for 5 s (quick: 1 s), then rises again",
  run: (extent) =>
    staged(extent, async (stage) => {
      const admin = new Redis(stage.stored.redis.url);
      try {
        await pause(500);
        await admin.config("SET", "maxmemory", "1mb");
        await pause(extent.quick ? 1000 : 5000);
        await admin.config("SET", "maxmemory", "0");
        return recoveryOf([await firstAnswer(stage, stage.servers[0]?.origin ?? "")]);
      } finally {
        admin.disconnect();
      }
    }),
};

/** Two servers under load; every fault here must have been told to somebody, or it did not happen. */
function staged(
  extent: Extent,
  act: (stage: Stage<StoredInRedis>) => Promise<Record<string, number>>,
) {
  return onStage(onRedis, 2, extent, async (stage) => {
    const figures = await underLoad(stage, () => act(stage));
    const { store } = stage.post.refusals;
    return {
      figures,
      violations: store > 0 ? [] : ["nobody was told 503: the fault did not bite"],
    };
  });
}
