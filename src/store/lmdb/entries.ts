import type { Key } from "lmdb";

/** Under `[owner, "s"]`: where a conversation stands. */
export interface StateEntry {
  readonly revision: string;
  readonly state: string;
  /** Digest of the last message's id, so that its record can be found. */
  readonly message: string;
  /** Milliseconds since the epoch; from then on the entry does not exist. */
  readonly expires: number;
}

/** Under `[owner, "m", message]`: what one message got. */
interface RecordEntry {
  readonly record: string;
  readonly expires: number;
}

/** Under `["~counts", month, what]`: how often it was counted. */
interface CountEntry {
  readonly count: number;
  readonly expires: number;
}

/** Under `["~lease", name]`: who holds a name. */
interface LeaseEntry {
  readonly owner: string;
  readonly expires: number;
}

export type Entry = StateEntry | RecordEntry | CountEntry | LeaseEntry;

export const stateKey = (owner: string): Key[] => [owner, "s"];
export const recordKey = (owner: string, message: string): Key[] => [owner, "m", message];

// no digest begins with "~"
const COUNTS = "~counts";
const LEASE = "~lease";
export const countKey = (month: string, what: string): Key[] => [COUNTS, month, what];

export const leaseKey = (name: string): Key[] => [LEASE, name];

/** The range of all counts of a month. */
export function countsOf(month: string): { start: Key; end: Key } {
  return { start: countKey(month, ""), end: countKey(month, "\uffff") };
}

/** The range of all entries of a conversation: its records sort before its state. */
export function ownedBy(owner: string): { start: Key; end: Key; inclusiveEnd: true } {
  return { start: [owner, "m"], end: stateKey(owner), inclusiveEnd: true };
}

export function isLive(entry: { readonly expires: number }, now: number): boolean {
  return now < entry.expires;
}
