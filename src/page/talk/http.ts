import { type Fault, RequestFault, faultOfStatus } from "./fault.ts";

/** Milliseconds after which a request is given up, its body included. */
const GIVEN_UP = 20_000;
/** Seconds: who is to wait for longer is told so instead. */
const LONGEST = 10;

/**
 * Asks our own server.
 * @returns the body of a good answer, undefined where it has none
 * @throws {RequestFault} in place of what fetch throws, which tells no reason
 */
export async function request(path: string, init: RequestInit = {}): Promise<unknown> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), GIVEN_UP);
  try {
    const response = await fetch(path, { ...init, signal: abort.signal });
    if (!response.ok)
      throw new RequestFault(faultOfStatus(response.status), { retryAfter: secondsIn(response) });
    return response.status === 204 ? undefined : ((await response.json()) as unknown);
  } catch (cause) {
    throw cause instanceof RequestFault ? cause : new RequestFault(unreached(cause), { cause });
  } finally {
    clearTimeout(timer);
  }
}

function secondsIn({ headers }: Response): number {
  const after = Number(headers.get("retry-after"));
  return Number.isFinite(after) ? Math.min(after, LONGEST) : 0;
}

function unreached(cause: unknown): Fault {
  if (cause instanceof DOMException && cause.name === "AbortError") return "slow";
  return navigator.onLine ? "unreached" : "offline";
}
