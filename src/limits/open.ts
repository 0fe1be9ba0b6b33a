import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { createSampler } from "../observation/sampler.ts";
import { createSigner } from "../signing.ts";
import type { Client } from "../store/redis/client.ts";
import { PREFIX } from "../store/redis/entries.ts";
import { countAlone, countTogether } from "./counting.ts";
import { type Limit, NO_LIMIT } from "./limit.ts";

export interface Limits {
  /** Of messages, by conversation. */
  readonly conversation: Limit;
  /** Of requests, by the client's address. */
  readonly address: Limit;
  readonly close: () => void;
}

export type LimitSettings = Pick<
  Config,
  "REDIS_URL" | "REDIS_CLUSTER" | "SECRET" | "RATE_LIMIT_CONVERSATION" | "RATE_LIMIT_ADDRESS"
>;

/** Milliseconds: a limit is not worth a longer wait, and then counts without Redis. */
const PATIENCE_MS = 250;
const PURPOSE = "wenkao limits, version 1";
const KEY_CHARACTERS = 22;

/**
 * The limits that the settings ask for: shared where the store is. They are open at once, Redis or no Redis, whose
 * driver is loaded only for it.
 */
export async function openLimits(
  config: LimitSettings,
  logger: Pick<Logger, "warn">,
): Promise<Limits> {
  const redis = await connectionFor(config);
  const warn = warnOf(logger);
  const sign = createSigner(config.SECRET ?? randomBytes(32).toString("hex"), PURPOSE);
  const limit = (kind: string, most: number): Limit => {
    if (most === 0) return NO_LIMIT;
    // signed and not only hashed, because all addresses of the world are soon tried
    const keyOf = (who: string) =>
      sign(`${kind}:${who}`).toString("base64url").slice(0, KEY_CHARACTERS);
    const settings = { most, prefix: `${PREFIX}limit:${kind}`, keyOf };
    return redis ? countTogether(settings, redis, warn) : countAlone(settings);
  };
  return {
    conversation: limit("conversation", config.RATE_LIMIT_CONVERSATION),
    address: limit("address", config.RATE_LIMIT_ADDRESS),
    close: () => redis?.disconnect(),
  };
}

async function connectionFor(config: LimitSettings): Promise<Client | undefined> {
  const { REDIS_URL: url, REDIS_CLUSTER: cluster } = config;
  const isOff = config.RATE_LIMIT_CONVERSATION === 0 && config.RATE_LIMIT_ADDRESS === 0;
  if (url === undefined || isOff) return undefined;
  const { connect } = await import("../store/redis/client.ts");
  const redis = connect(url, cluster, PATIENCE_MS);
  redis.on("error", () => {}); // the store tells that Redis is away
  return redis;
}

function warnOf(logger: Pick<Logger, "warn">): (error: unknown) => void {
  const sample = createSampler();
  return (error) => {
    const unsaid = sample();
    if (unsaid === undefined) return;
    const fault = error instanceof Error ? error.message : "unknown"; // its command holds a key
    logger.warn({ fault, unsaid }, "limits: Redis cannot count; this process counts alone");
  };
}
