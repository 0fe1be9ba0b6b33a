import { setTimeout as pause } from "node:timers/promises";
import type { Experiment, Extent } from "../experiment.ts";
import { underLoad } from "../load.ts";
import { oneOf } from "../random.ts";
import { firstAnswer, recoveryOf } from "../recovery.ts";
import { POINTS } from "../redis-proxy.ts";
import type { Server } from "../servers.ts";
import { type Stage, onStage } from "../stage.ts";
import { onLmdb, onRedis } from "../stores.ts";

const claims = "a crash at any point loses no answered turn and applies none twice";
const RUNS = 200;
const QUICK_RUNS = 2;
/** A kill comes within this time after the server answers again. */
const AT_RANDOM_MS = 200;

export const redisCrashes: Experiment = {
  name: "crashes on Redis",
  claims,
  how: `kill -9 of 2 of 3 servers under load, ${RUNS} times (quick: ${QUICK_RUNS}): every other one at random, the others in a save of theirs: before Redis has it, half of it, all of it, and when it has answered`,
  run: (extent) =>
    onStage(onRedis, 3, extent, (stage) => {
      // the last server lives on, so that others go on with what a crash has left
      const doomed = stage.servers.slice(0, -1);
      return crashes(stage, doomed, extent, async (server) => {
        const proxy = stage.stored.proxies[stage.servers.indexOf(server)];
        await proxy?.cutAt(oneOf(stage.random, POINTS), () => void server.kill());
        await server.kill();
      });
    }),
};

export const lmdbCrashes: Experiment = {
  name: "crashes, embedded",
  claims,
  how: `kill -9 of the only server under load, ${RUNS} times (quick: ${QUICK_RUNS}): every other one at random, the others in a save: before it writes, in the open transaction, and when it is committed`,
  run: (extent) =>
    onStage(onLmdb, 1, extent, (stage) =>
      crashes(stage, stage.servers, extent, (server) => server.killInSave()),
    ),
};

/** @param inSave kills a server in a save */
function crashes(
  stage: Stage,
  doomed: readonly Server[],
  { quick }: Extent,
  inSave: (server: Server) => Promise<void>,
) {
  const runs = quick ? QUICK_RUNS : RUNS;
  return underLoad(stage, async () => {
    const times: number[] = [];
    const lives = async (server: Server, which: number): Promise<void> => {
      for (let run = 0; run < runs / doomed.length; run++) {
        await pause(stage.random() * AT_RANDOM_MS);
        await ((run + which) % 2 === 0 ? server.kill() : inSave(server));
        const began = performance.now();
        await server.start();
        await firstAnswer(stage, server.origin);
        times.push(performance.now() - began);
      }
    };
    await Promise.all(doomed.map(lives));
    return { figures: { crashes: times.length, ...recoveryOf(times) } };
  });
}
