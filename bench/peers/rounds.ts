import type { Redis } from "ioredis";
import type { Child } from "./children.ts";
import type { Contestant } from "./contestants.ts";
import type { Load } from "./load.ts";
import type { Who } from "./requests.ts";
import { messageAt } from "./script.ts";

/** The turns that are told of. */
export const TOLD = [2, 10, 30, 50] as const;
const TURNS = 50;

/** A contestant that runs. */
export interface Running {
  readonly contestant: Contestant;
  readonly child: Child;
  readonly load: Load;
  /** Its own database, so that its keys can be counted. */
  readonly redis: Redis;
}

/** What one turn of all conversations of a round came to. */
export interface TurnTaken {
  readonly turn: number;
  /** CPU µs of the contestant's process, each. */
  readonly cpu: number;
  readonly perSecond: number;
  /** In ms. */
  readonly latencies: readonly number[];
  /** Bytes a conversation, of the values; only where it was asked for. */
  readonly stored?: Stored;
}
export interface Stored {
  /** At the median. */
  readonly state: number;
  /** At the mean, of what is no state. */
  readonly replies: number;
}

/** Takes so many new conversations through all turns, side by side; first the first turn of all, then the second. */
export async function round(running: Running, count: number, weigh = false): Promise<TurnTaken[]> {
  const { contestant, child, load, redis } = running;
  await redis.flushdb();
  const people = await newPeople(running, count);
  const taken: TurnTaken[] = [];
  for (let turn = 1; turn <= TURNS; turn++) {
    const requests = people.map((who) => contestant.request(who, turn, messageAt(turn)));
    const before = child.cpu();
    const { seconds, latencies } = await load.send(requests);
    const cpu = (child.cpu() - before) / count;
    const weighed = weigh && TOLD.some((told) => told === turn);
    const stored = weighed ? { stored: await weighAll(redis, contestant, count) } : {};
    taken.push({ turn, cpu, perSecond: count / seconds, latencies, ...stored });
  }
  return taken;
}

let people = 1_000_000;

async function newPeople({ contestant, load }: Running, count: number): Promise<Who[]> {
  const path = "/api/conversations";
  return Promise.all(
    Array.from({ length: count }, async () => {
      const id = people++;
      if (!contestant.tokens) return { id, token: `${id}` };
      const { token } = (await load.ask({ path, headers: {}, body: "" })) as { token: string };
      return { id, token };
    }),
  );
}

async function weighAll(redis: Redis, contestant: Contestant, count: number): Promise<Stored> {
  const states: number[] = [];
  let replies = 0;
  for (const key of await redis.keys("*")) {
    // the index of the replies is a sorted set, which has no length in bytes
    const string = (await redis.type(key)) === "string";
    const bytes = string ? await redis.strlen(key) : ((await redis.memory("USAGE", key)) ?? 0);
    if (contestant.isState(key)) states.push(bytes);
    else replies += bytes;
  }
  return {
    state: states.toSorted((a, b) => a - b)[states.length >> 1] ?? NaN,
    replies: replies / count,
  };
}
