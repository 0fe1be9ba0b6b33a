import { setTimeout as pause } from "node:timers/promises";
import type { Experiment } from "../experiment.ts";
import { underLoad } from "../load.ts";
import { oneOf } from "../random.ts";
import { firstAnswer, recoveryOf } from "../recovery.ts";
import { POINTS } from "../redis-proxy.ts";
import { type Stage, onStage } from "../stage.ts";
import { onLmdb, onRedis } from "../stores.ts";

const claims = "a crash at any point loses no answered turn and applies none twice";
const RUNS = 200;
const QUICK_RUNS = 4;
/** A kill comes within this time after the server answers again. */
const AT_RANDOM_MS = 200;

export const redisCrashes: Experiment = {
  name: "crashes on Redis",
  claims,
  how: `kill -9 of one of 2 servers under load, ${RUNS} times (quick: ${QUICK_RUNS}): every other one at random, the others in a save: before Redis has it, half of it, all of it, and when it has answered`,
  run: (extent) =>
    onStage(onRedis, 2, extent, (stage) =>
      crashes(stage, extent.quick ? QUICK_RUNS : RUNS, async (run) => {
        const server = oneOf(stage.random, stage.servers);
        if (run % 2 === 0) await pause(stage.random() * AT_RANDOM_MS);
        else {
          // of the four points in turn; whose save it is is not known to the proxy, so both die
          await stage.stored.proxy.cutAt(POINTS[((run - 1) / 2) % POINTS.length] ?? "before");
          await Promise.all(stage.servers.map((each) => each.kill()));
          const [other] = stage.servers.filter((each) => each !== server);
          await other?.start();
        }
        await server.kill();
        return server;
      }),
    ),
};

const LMDB_POINTS = ["before", "inside", "after"];
/** A kill comes in one of so many saves. */
const SAVES = 20;

export const lmdbCrashes: Experiment = {
  name: "crashes, embedded",
  claims,
  how: `kill -9 of the only server under load, ${RUNS} times (quick: ${QUICK_RUNS}): every other one at random, the others in a save: before it writes, in the open transaction, and when it is committed`,
  run: (extent) =>
    onStage(onLmdb, 1, extent, (stage) => {
      const [server] = stage.servers;
      if (!server) throw new Error("there is no server");
      return crashes(stage, extent.quick ? QUICK_RUNS : RUNS, async (run) => {
        if (run % 2 === 0) {
          await pause(stage.random() * AT_RANDOM_MS);
          await server.kill();
        } else {
          await server.kill();
          const point = LMDB_POINTS[((run - 1) / 2) % LMDB_POINTS.length] ?? "";
          const which = 1 + Math.floor(stage.random() * SAVES);
          await server.start({ CHAOS_KILL: `${point}:${which}` });
          await server.killed();
        }
        return server;
      });
    }),
};

/** @param crash kills a server and says which is to be started */
function crashes(
  stage: Stage,
  runs: number,
  crash: (run: number) => Promise<Stage["servers"][number]>,
) {
  return underLoad(stage, async () => {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const server = await crash(run);
      const began = performance.now();
      await server.start();
      await firstAnswer(stage, server.origin);
      times.push(performance.now() - began);
    }
    return { figures: { crashes: runs, ...recoveryOf(times) } };
  });
}
