import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import type { Experiment } from "../experiment.ts";
import { underLoad } from "../load.ts";
import { firstAnswer } from "../recovery.ts";
import { POINTS } from "../redis-proxy.ts";
import { type Stage, onStage } from "../stage.ts";
import { type StoredInRedis, onRedis } from "../stores.ts";

const SLOW_MS = 100;
const TOO_SLOW_MS = 3000;
/** Between two faults, so that turns are stored there too. */
const CALM_MS = 250;

interface Fault {
  readonly name: string;
  /** Ends when Redis should serve again. */
  readonly happens: (stage: Stage<StoredInRedis>, quick: boolean) => Promise<void>;
}

const killed: Fault = {
  name: "killed",
  async happens({ stored: { redis } }) {
    await redis.signal("SIGKILL");
    await redis.start();
  },
};

const stopped: Fault = {
  name: "stopped",
  async happens({ stored: { redis } }, quick) {
    await redis.signal("SIGTERM");
    await pause(quick ? 1500 : 10_000);
    await redis.start();
  },
};

const hangs: Fault = {
  name: "hangs",
  async happens({ stored: { redis } }, quick) {
    await redis.signal("SIGSTOP");
    await pause(quick ? 2500 : 10_000);
    await redis.signal("SIGCONT");
  },
};

const cuts: readonly Fault[] = POINTS.map((point) => ({
  name: `cut: ${point}`,
  happens: async ({ stored: { proxies } }) =>
    void (await Promise.all(proxies.map((proxy) => proxy.cutAt(point)))),
}));

const slow: Fault = {
  name: "slow",
  async happens({ stored: { proxies } }, quick) {
    const slowBy = (ms: number) => proxies.forEach((proxy) => proxy.slow(ms));
    slowBy(SLOW_MS);
    await pause(quick ? 500 : 10_000);
    slowBy(TOO_SLOW_MS);
    await pause(quick ? 2500 : 10_000);
    slowBy(0);
  },
};

const full: Fault = {
  name: "full",
  async happens({ stored: { redis } }, quick) {
    const admin = new Redis(redis.url);
    await admin.config("SET", "maxmemory", "1mb");
    await pause(quick ? 500 : 5000);
    await admin.config("SET", "maxmemory", "0");
    admin.disconnect();
  },
};

const FAULTS = [killed, stopped, hangs, ...cuts, slow, full];
const ROUNDS = 3;

export const redisFaults: Experiment = {
  name: "faults of Redis",
  claims:
    "nothing answered is lost, nothing is doubled, clients get 503 with Retry-After, the servers stay up",
  how: `2 servers under load; Redis (appendfsync always) is killed and started at once, stopped for 10 s (quick: 1.5 s), hangs for 10 s (quick: 2.5 s), its connections are cut at four points of a save, its answers come ${SLOW_MS} ms and then ${TOO_SLOW_MS} ms late, which is above the time limit, and its memory is full with noeviction; ${ROUNDS} times (quick: once)`,
  run: (extent) =>
    onStage(onRedis, 2, extent, (stage) =>
      underLoad(stage, async () => {
        const worst: Record<string, number> = {};
        const violations: string[] = [];
        for (const { name, happens } of Array.from(
          { length: extent.quick ? 1 : ROUNDS },
          () => FAULTS,
        ).flat()) {
          await pause(CALM_MS);
          const before = stage.post.refusals.store;
          await happens(stage, extent.quick);
          const times = await Promise.all(
            stage.servers.map(({ origin }) => firstAnswer(stage, origin)),
          );
          const told = `${name}: recovery ms, worst`;
          worst[told] = Math.round(Math.max(worst[told] ?? 0, ...times));
          if (stage.post.refusals.store === before)
            violations.push(`${name}: nobody was told 503, so the fault did not bite`);
        }
        return { figures: worst, violations };
      }),
    ),
};
