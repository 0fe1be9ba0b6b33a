import { Redis } from "ioredis";
import { fileURLToPath } from "node:url";
import { startRedis } from "../../test/redis-server.ts";
import { pinSelf, startChild } from "./children.ts";
import { CONTESTANTS } from "./contestants.ts";
import { goals } from "./goals.ts";
import { openLoad } from "./load.ts";
import { type Million, manyTurns } from "./million.ts";
import { printPeers } from "./report.ts";
import { type Running, type TurnTaken, round } from "./rounds.ts";
import { type Start, timeStarts } from "./starts.ts";
import { type Summary, summary } from "./summary.ts";

export interface PeersMeasured {
  readonly peers: readonly Summary[];
  readonly starts: Start;
  readonly many: Million;
  readonly goals: ReturnType<typeof goals>;
}

/** How long it goes on. */
const SIZES = {
  quick: { conversations: 8, warmUps: 1, rounds: 1, turns: 1_000 },
  whole: { conversations: 80, warmUps: 4, rounds: 3, turns: 20_000 },
} as const;

/**
 * Every contestant on the same Redis, round after round in turn, so that what else the machine does
 * meets all of them. The first rounds warm up and are not counted.
 */
export async function measurePeers(quick: boolean, million: boolean): Promise<PeersMeasured> {
  pinSelf();
  const size = SIZES[quick ? "quick" : "whole"];
  const server = await startRedis();
  const stub = fileURLToPath(new URL("bot-api.ts", import.meta.url));
  const botApi = await startChild(["--import", "tsx", stub], {}, { contestant: false });
  const running: Running[] = [];
  try {
    for (const [at, contestant] of CONTESTANTS.entries()) {
      const redis = `${server.url}/${at}`;
      const child = await contestant.start({ redis, botApi: botApi.url });
      running.push({ contestant, child, load: openLoad(child.url), redis: new Redis(redis) });
    }
    const rounds = new Map<Running, TurnTaken[][]>(running.map((one) => [one, []]));
    for (let at = 0; at < size.warmUps + size.rounds; at++)
      for (const one of running) {
        const taken = await round(one, size.conversations, at === 0);
        rounds.get(one)?.push(taken);
      }
    const peers = running.map((one) => summary(one, rounds.get(one) ?? [], size.warmUps));
    const starts = await timeStarts(`${server.url}/14`, quick ? 1 : 3);
    const many = await manyTurns(`${server.url}/15`, million ? 1_000_000 : size.turns);
    return { peers, starts, many, goals: goals(peers, starts, many) };
  } finally {
    for (const { child, load, redis } of running) {
      await load.close();
      redis.disconnect();
      await child.end();
    }
    await botApi.end();
    await server.remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = (name: string): boolean => process.argv.includes(`--${name}`);
  const measured = await measurePeers(flag("quick"), flag("million"));
  if (flag("json")) process.stdout.write(`${JSON.stringify(measured, undefined, 2)}\n`);
  else printPeers(measured);
}
