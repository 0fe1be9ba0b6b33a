import { Cluster, Redis, type RedisOptions } from "ioredis";

/** One Redis, or a cluster of them; both take the same commands. */
export type Client = Redis | Cluster;

/** A command that takes longer has failed, and so has an attempt to connect. */
export const TIME_LIMIT_MS = 2000;
const RECONNECT_MS = 1000;

/** Every command fails at once while Redis is away: a candidate is told, nothing is queued. */
const OPTIONS = {
  commandTimeout: TIME_LIMIT_MS,
  connectTimeout: TIME_LIMIT_MS,
  socketTimeout: TIME_LIMIT_MS, // a Redis that hangs counts as away
  maxLoadingRetryTime: RECONNECT_MS,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  enableAutoPipelining: false, // it halves the scripts that are done in a second
  reconnectOnError: ({ message }) => message.startsWith("READONLY"), // the master has moved
} satisfies RedisOptions;

/**
 * Begins to connect, and does so again each second until Redis is there.
 * @param limit milliseconds after which a command has failed
 */
export function connect(url: string, cluster: boolean, limit = TIME_LIMIT_MS): Client {
  const options = { ...OPTIONS, commandTimeout: limit, socketTimeout: limit };
  return cluster
    ? new Cluster([nodeOf(url)], {
        redisOptions: { ...options, ...accessOf(url) },
        enableOfflineQueue: false,
        clusterRetryStrategy: () => RECONNECT_MS,
        slotsRefreshTimeout: TIME_LIMIT_MS,
      })
    : new Redis(url, { ...options, enableOfflineQueue: false, retryStrategy: () => RECONNECT_MS });
}

const DEFAULT_PORT = 6379;

/** Host and port: what may be told of a URL that may hold a password. */
export function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port === "" ? DEFAULT_PORT : port}`;
}

function nodeOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? DEFAULT_PORT : Number(port),
  };
}

/** What opens a node also opens those that it names. */
function accessOf(url: string): Pick<RedisOptions, "username" | "password" | "tls"> {
  const { protocol, username, password } = new URL(url);
  return {
    ...(username !== "" && { username: decodeURIComponent(username) }),
    ...(password !== "" && { password: decodeURIComponent(password) }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
}
