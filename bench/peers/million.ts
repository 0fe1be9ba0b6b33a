import { Redis } from "ioredis";
import { CONTESTANTS } from "./contestants.ts";
import { openLoad } from "./load.ts";
import { round } from "./rounds.ts";

export interface Million {
  readonly turns: number;
  /** MB at the end. */
  readonly resident: number;
  /** MB at each tenth of the way. */
  readonly along: readonly number[];
}

const TURNS_A_ROUND = 50;

/** Takes Wenkao's HTTP channel by text through so many turns, in new conversations. */
export async function manyTurns(url: string, turns: number): Promise<Million> {
  const contestant = CONTESTANTS.find(({ name }) => name === "wenkao http text");
  if (!contestant) throw new Error("bench: wenkao http text is no contestant");
  const child = await contestant.start({ redis: url, botApi: "" });
  const load = openLoad(child.url);
  const redis = new Redis(url);
  const along: number[] = [];
  try {
    for (let tenth = 0; tenth < 10; tenth++) {
      await round({ contestant, child, load, redis }, turns / 10 / TURNS_A_ROUND);
      along.push(Math.round(child.resident()));
    }
    return { turns, resident: child.resident(), along };
  } finally {
    await load.close();
    redis.disconnect();
    await child.end();
  }
}
