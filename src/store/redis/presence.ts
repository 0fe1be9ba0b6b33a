import type { Logger } from "pino";
import { TIME_LIMIT_MS, type Client } from "./client.ts";
import { faultOf } from "./faults.ts";

const TELL_EVERY_MS = 1000;
/** What else lasts between connecting and being ready takes milliseconds. */
const NOT_READY = new Error("LOADING it is connected, but still reads its data");

/** Whether Redis is there. */
export interface Presence {
  /** Resolves when the first attempt to connect has led to something. */
  readonly tried: Promise<void>;
  /** Why Redis is away; undefined while it is there. */
  away(): unknown;
  stop(): void;
}

/** Says in the log once a second that Redis is away, and when it is there. */
export function watchPresence(redis: Client, address: string, logger?: Logger): Presence {
  let fault: unknown = new Error("no answer yet");
  redis.on("error", (error: unknown) => (fault = error));
  redis.on("connect", () => (fault = NOT_READY));
  redis.on("ready", () => logger?.info(`Redis at ${address} is there`));
  const away = () => (redis.status === "ready" ? undefined : fault);
  const timer = setInterval(() => {
    const why = away();
    if (why !== undefined) logger?.warn(`Redis at ${address} is away: ${faultOf(why)}; waiting`);
  }, TELL_EVERY_MS).unref();
  return { tried: firstAttempt(redis), away, stop: () => clearInterval(timer) };
}

function firstAttempt(redis: Client): Promise<void> {
  return new Promise((resolve) => {
    redis.once("ready", resolve);
    redis.once("close", resolve);
    setTimeout(resolve, TIME_LIMIT_MS).unref();
  });
}
