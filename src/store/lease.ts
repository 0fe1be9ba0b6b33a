import { randomUUID } from "node:crypto";
import type { Store } from "./store.ts";

/** What of a store is needed here. */
export type Leases = Pick<Store, "lease" | "release">;

/** Another process may take what its holder has not renewed for so long. */
const TTL_MS = 10_000;
/** Renewed so often within that time. */
const RENEWALS = 4;

/**
 * Does a thing that of all processes which share a store one may do, for as long as that is us.
 * @param name of the thing
 * @param work is handed a signal that ends with `signal`, and also when another process holds the name or
 * may hold it: that is on time, because both clocks count from the moment we asked or later. It begins
 * nothing more then.
 * @param ttl milliseconds until another may take over from a process that has died
 * @returns false where another process holds the name
 * @throws {StoreError} when the store cannot be written at the beginning; what `work` throws
 */
export async function whileHolding(
  store: Leases,
  name: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  ttl = TTL_MS,
): Promise<boolean> {
  const owner = randomUUID();
  let expires = 0;

  async function renew(): Promise<boolean> {
    const asked = Date.now(); // which goes on while a machine sleeps
    const isHeld = await store.lease(name, owner, ttl);
    if (isHeld) expires = asked + ttl;
    return isHeld;
  }

  async function keep(): Promise<void> {
    // the clock first, because a store that is away may never answer
    const isHeld = Date.now() < expires && (await renew().catch(() => true));
    if (isHeld) return;
    clearInterval(timer); // lost is lost: it is not taken back while the work ends
    lost.abort();
  }

  if (!(await renew())) return false;
  const lost = new AbortController();
  const timer = setInterval(() => void keep(), ttl / RENEWALS);
  try {
    await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(timer);
    await store.release(name, owner).catch(() => {}); // it expires by itself
  }
  return true;
}
