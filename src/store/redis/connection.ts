import type { Logger } from "pino";
import { StoreError } from "../store.ts";
import { addressOf, connect, type Client } from "./client.ts";
import { storeError } from "./faults.ts";
import { watchPresence } from "./presence.ts";

export interface RedisOptions {
  /** `redis://user:password@host:port/database`, or `rediss://` for TLS. */
  readonly url: string;
  /** The URL leads to one node of a cluster, which names the others. */
  readonly cluster?: boolean;
  readonly logger?: Logger;
}

/** A Redis whose every fault is a StoreError that names its address. */
export interface Connection {
  /**
   * Waits for the first attempt to connect only, and later fails at once while Redis is away.
   * @param doing what fails then, such as "cannot save"
   */
  readonly attempt: <T>(doing: string, work: (redis: Client) => Promise<T>) => Promise<T>;
  /** Waits for what is in hand. */
  readonly close: () => Promise<void>;
}

export function openConnection({ url, cluster = false, logger }: RedisOptions): Connection {
  const address = addressOf(url);
  const redis = connect(url, cluster);
  const presence = watchPresence(redis, address, logger);
  const inHand = new Set<Promise<unknown>>();
  let closed = false;

  async function serve<T>(doing: string, work: (redis: Client) => Promise<T>): Promise<T> {
    await presence.tried;
    const away = presence.away();
    if (away !== undefined) throw storeError(address, `${doing}: away`, away);
    try {
      return await work(redis);
    } catch (cause) {
      throw storeError(address, doing, cause);
    }
  }

  return {
    async attempt(doing, work) {
      if (closed) throw new StoreError(`Redis at ${address}: closed. To do: open it again`);
      const served = serve(doing, work);
      inHand.add(served);
      return served.finally(() => inHand.delete(served));
    },
    async close() {
      closed = true;
      await Promise.allSettled(inHand);
      presence.stop();
      redis.disconnect();
    },
  };
}
