/** Every key of this store begins so, because a Redis is often shared. */
export const PREFIX = "wenkao:";

/** The keys of one conversation; what stands in braces puts them on one node of a cluster. */
export interface Keys {
  /** Holds a StateEntry. */
  readonly state: string;
  /** Sorted set: the digests of the message ids that have a record, by when that expires. */
  readonly index: string;
  /** @param message digest of a message id */
  readonly record: (message: string) => string;
}

/** @param owner digest of the conversation's id */
export function keysOf(owner: string): Keys {
  const state = `${PREFIX}{${owner}}`;
  return { state, index: `${state}:index`, record: (message) => `${state}:m:${message}` };
}

/** Hash: how often each thing was counted in a month. */
export function countsKey(month: string): string {
  return `${PREFIX}counts:${month}`;
}

/** String: who holds a name. */
export function leaseKey(name: string): string {
  return `${PREFIX}lease:${name}`;
}

/** Where a conversation stands. */
export interface StateEntry {
  readonly revision: string;
  /** Digest of the last message's id, so that its record can be found. */
  readonly message: string;
  readonly state: string;
}

/** `revision message state`: one string, so that one MGET reads it together with a record. */
export function pack({ revision, message, state }: StateEntry): string {
  return `${revision} ${message} ${state}`;
}

export function unpack(packed: string): StateEntry {
  const first = packed.indexOf(" ");
  const second = packed.indexOf(" ", first + 1);
  return {
    revision: packed.slice(0, first),
    message: packed.slice(first + 1, second),
    state: packed.slice(second + 1),
  };
}
