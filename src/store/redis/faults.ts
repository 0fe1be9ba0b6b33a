import { StoreError } from "../store.ts";

const START = "start Redis there, or correct REDIS_URL";
const CREDENTIALS = "correct user and password in REDIS_URL";

/** By the first word of what Redis says, or by the code that node gives a failed connection. */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: START,
  ECONNRESET: START,
  EHOSTUNREACH: START,
  ETIMEDOUT: `${START}; a firewall may be in between`,
  ENOTFOUND: "correct the host in REDIS_URL",
  EAI_AGAIN: "repair the name server, or write an address in REDIS_URL",
  WRONGPASS: CREDENTIALS,
  NOAUTH: CREDENTIALS,
  NOPERM: "let this user of Redis run every command of the store on its keys (docs/operations.md)",
  READONLY: "let REDIS_URL lead to the master; this is a replica",
  OOM: "raise maxmemory of Redis, or free memory there",
  MISCONF: "free space on the disk of Redis: it cannot save what it holds",
  LOADING: "wait: Redis is reading its data",
  MASTERDOWN: "start the master of this replica",
  NOREPLICAS: "start the replicas that Redis waits for",
  CLUSTERDOWN: "start the missing nodes of the cluster",
  MOVED: "set REDIS_CLUSTER=1: this Redis is a node of a cluster",
  BUSY: "end the script that keeps Redis busy (SCRIPT KILL)",
};

/**
 * @param address host and port, never the password
 * @param doing what failed, such as "cannot save"
 * @param cause what ioredis threw, kept as `cause`; a StoreError is passed on as it is
 */
export function storeError(address: string, doing: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  // it holds the arguments, and they may be a password or what a candidate told
  if (cause instanceof Error) Reflect.deleteProperty(cause, "command");
  return new StoreError(
    `Redis at ${address}: ${doing}: ${faultOf(cause)}. To do: ${remedyOf(cause)}`,
    {
      cause,
    },
  );
}

/** In a few words, for people. */
export function faultOf(cause: unknown): string {
  const told = innermost(cause);
  if (isLost(told)) return "the connection was lost";
  return told instanceof Error ? told.message : String(told);
}

function remedyOf(cause: unknown): string {
  const told = innermost(cause);
  if (!(told instanceof Error) || isLost(told)) return START;
  if (/cluster support disabled/.test(told.message))
    return "unset REDIS_CLUSTER: this is no cluster";
  if (/timed out|timeout/i.test(told.message))
    return "see whether Redis hangs or the network is slow";
  const word = /^[A-Z]{2,}\b/.exec(told.message)?.[0] ?? "";
  return REMEDIES[word] ?? REMEDIES[codeOf(told)] ?? "see the cause, and the log of Redis";
}

/** What ioredis says then speaks of its own options. */
function isLost(told: unknown): boolean {
  return told instanceof Error && LOST.test(told.message);
}

const LOST =
  /^Reached the max retries|^Connection is closed|^Stream isn't writeable|^Cluster isn't ready/;

/** Of a cluster of which no node answers, ioredis keeps the reason of the last. */
function innermost(cause: unknown): unknown {
  const inner =
    cause instanceof Error && "lastNodeError" in cause ? cause.lastNodeError : undefined;
  return inner ?? cause;
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
