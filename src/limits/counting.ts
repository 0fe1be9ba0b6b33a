import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
} from "rate-limiter-flexible";
import type { Client } from "../store/redis/client.ts";
import { type Limit, type Spent, WITHIN } from "./limit.ts";

/** Seconds. */
const MINUTE = 60;

interface Settings {
  /** In a minute. */
  readonly most: number;
  /** Begins the keys in Redis, without its colon at the end. */
  readonly prefix: string;
  /** What stands for an id or address in a key. */
  readonly keyOf: (who: string) => string;
}

/** By this process alone. */
export function countAlone({ most, prefix, keyOf }: Settings): Limit {
  const counter = new RateLimiterMemory({ points: most, duration: MINUTE, keyPrefix: prefix });
  return {
    spend: (who) => consume(counter, most, keyOf(who)),
    forget: async (who) => void (await counter.delete(keyOf(who))),
  };
}

/**
 * By all processes that share a Redis, each key in one place of a cluster. While Redis cannot count, this
 * process does it alone, so that a limit neither stops the service nor is lost.
 * @param onFault told of each time that Redis could not count
 */
export function countTogether(
  settings: Settings,
  redis: Client,
  onFault: (error: unknown) => void,
): Limit {
  const { most, prefix, keyOf } = settings;
  const counter = new RateLimiterRedis({
    storeClient: redis,
    points: most,
    duration: MINUTE,
    keyPrefix: prefix,
    rejectIfRedisNotReady: true,
    inMemoryBlockOnConsumed: most + 1, // who is limited already costs Redis nothing more
  });
  const alone = countAlone(settings);
  return {
    async spend(who) {
      try {
        return await consume(counter, most, keyOf(who));
      } catch (error) {
        onFault(error);
        return alone.spend(who);
      }
    },
    async forget(who) {
      await Promise.allSettled([counter.delete(keyOf(who)), alone.forget(who)]);
    },
  };
}

/** @throws {Error} what the store of the counter threw */
async function consume(counter: RateLimiterAbstract, most: number, key: string): Promise<Spent> {
  try {
    await counter.consume(key);
    return WITHIN;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const { msBeforeNext, consumedPoints } = refused as {
      readonly msBeforeNext: number;
      readonly consumedPoints: number;
    };
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    return { seconds, isFirst: consumedPoints === most + 1 };
  }
}
