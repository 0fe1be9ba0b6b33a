import { setTimeout as pause } from "node:timers/promises";
import { createTokens } from "../../src/channels/http/tokens.ts";
import { startRedis } from "../../test/redis-server.ts";
import { makeRoom } from "../../test/wenkao-process.ts";
import { NODE_FLAGS } from "../node-flags.ts";
import { say } from "./clients.ts";
import { type Letter, writeLetter } from "./letters.ts";
import { createRandom } from "./random.ts";
import { SECRET, startServer } from "./servers.ts";

const CLIENTS = 16;
/** Messages of a conversation before another one begins. */
const TURNS = 12;
const WARM_MS = 10_000;
const MEASURE_MS = 10_000;
const INTERVALS = 10;

/** What one interval of the same length showed. */
interface Interval {
  readonly turns: number;
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Resident, of the server. */
  readonly megabytes: number;
}

export interface Soaked {
  /** Turns a second that one server answers, as fast as the clients ask. */
  readonly capacity: number;
  readonly intervals: readonly Interval[];
  /** Of resident memory over the second half, by least squares. */
  readonly megabytesAnHour: number;
  readonly violations: readonly string[];
}

/** One server on one Redis at half of what it can, for so many minutes; both share the machine with the clients. */
export async function soak(minutes: number, seed: number): Promise<Soaked> {
  const [redis, room] = [await startRedis(), await makeRoom()];
  const server = await startServer(room.path, {
    REDIS_URL: redis.url,
    NODE_OPTIONS: NODE_FLAGS.join(" "),
  });
  const letters = lettersOf(seed);
  const refused: string[] = [];
  const memory = () => megabytesOf(server.origin);

  /** @param rate turns a second, at most @returns milliseconds of each turn, sorted */
  const drive = async (ms: number, rate: number): Promise<number[]> => {
    const times: number[] = [];
    const began = performance.now();
    const gap = (1000 * CLIENTS) / rate;
    const client = async (_: unknown, index: number): Promise<void> => {
      for (let due = (gap * index) / CLIENTS; due < ms; due += gap) {
        const past = performance.now() - began;
        if (past > ms) return;
        if (due > past) await pause(due - past);
        const sent = performance.now();
        const response = await say(server.origin, letters.next().value);
        await response.arrayBuffer();
        times.push(performance.now() - sent);
        if (response.status !== 200) refused.push(`answered ${response.status}`);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return times.toSorted((a, b) => a - b);
  };

  try {
    await drive(WARM_MS, Infinity);
    const capacity = Math.round((await drive(MEASURE_MS, Infinity)).length / (MEASURE_MS / 1000));
    const intervals: Interval[] = [];
    for (let index = 0; index < INTERVALS; index++) {
      const times = await drive((minutes * 60_000) / INTERVALS, capacity / 2);
      const [p50, p99] = [0.5, 0.99].map((share) => times[Math.floor(times.length * share)] ?? NaN);
      intervals.push({
        turns: times.length,
        p50: rounded(p50),
        p99: rounded(p99),
        megabytes: await memory(),
      });
    }
    await server.stop();
    return {
      capacity,
      intervals,
      megabytesAnHour: slopeOf(intervals, minutes / 60 / INTERVALS),
      violations: [...new Set(refused), ...server.faults()],
    };
  } finally {
    await server.kill();
    await redis.remove();
    await room.remove();
  }
}

function* lettersOf(seed: number): Generator<Letter, never> {
  const [tokens, random] = [createTokens(SECRET), createRandom(seed)];
  // as many conversations at once as there are clients, so that few wait for each other
  for (;;) {
    const begun = Array.from({ length: CLIENTS }, () => tokens.issue());
    for (let index = 0; index < TURNS; index++)
      for (const token of begun) yield writeLetter(token, index, random);
  }
}

async function megabytesOf(origin: string): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/mu.exec(metrics)?.[1]);
  return rounded(bytes / 1024 / 1024);
}

/** @param hours that an interval lasts */
function slopeOf(intervals: readonly Interval[], hours: number): number {
  const late = intervals.slice(intervals.length / 2);
  const mean = late.reduce((sum, { megabytes }) => sum + megabytes, 0) / late.length;
  const middle = (late.length - 1) / 2;
  const along = late.reduce(
    (sum, { megabytes }, at) => sum + (at - middle) * (megabytes - mean),
    0,
  );
  const square = late.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return rounded(along / square / hours);
}

function rounded(figure = NaN): number {
  return Math.round(figure * 10) / 10;
}
