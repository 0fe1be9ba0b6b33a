/** Keeps conversations. Both drivers pass the one contract suite in test/store/. */
export interface Store {
  /**
   * What is known before a message is answered: the record that this message id already got
   * (`answered`), or the state to answer from. Expired entries do not exist.
   * @throws {StoreError} when the store cannot be read
   */
  load(conversation: string, message: string): Promise<Loaded>;
  /**
   * Stores the new state and the record of the message in one atomic step, if nobody has
   * stored since `revision`.
   * @returns false on a conflict, and then nothing has changed
   * @throws {StoreError} when the store cannot be written; then nothing has changed either, unless a
   * connection was lost before the answer came: `load` with the same message id tells
   */
  save(conversation: string, revision: Revision, saved: Saved): Promise<boolean>;
  /** State and the record of the last turn, as far as they have not expired. */
  last(conversation: string): Promise<{ state?: string; record?: string }>;
  /** Deletes the state and every record of the conversation. */
  erase(conversation: string): Promise<void>;
  /**
   * Adds one to each of the counts of a month. What is counted is the caller's: no text, nobody's id.
   * @param month `YYYY-MM`
   * @throws {StoreError} when the store cannot be written; then nothing was added
   */
  count(month: string, what: readonly string[]): Promise<void>;
  /**
   * The counts of a month, as far as they have not expired.
   * @throws {StoreError} when the store cannot be read
   */
  counts(month: string): Promise<ReadonlyMap<string, number>>;
  /**
   * Takes a name, or renews it, so that of several processes one does a thing. Whoever does not renew it
   * in time has lost it.
   * @param owner no two may be alike
   * @param ttl milliseconds
   * @returns false where another owner holds it, and then nothing has changed
   * @throws {StoreError} when the store cannot be written
   */
  lease(name: string, owner: string, ttl: number): Promise<boolean>;
  /**
   * Gives a name back; nothing where another owner holds it.
   * @throws {StoreError} when the store cannot be written
   */
  release(name: string, owner: string): Promise<void>;
  /** @throws {StoreError} when the store cannot serve */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Changes with every save and never comes back, erasure included; undefined: no conversation yet. */
export type Revision = string | undefined;

export type Loaded =
  | { readonly answered: string }
  | { readonly answered?: never; readonly revision: Revision; readonly state?: string };

export interface Saved {
  readonly state: string;
  readonly message: string;
  /** Opaque to the store: the replies and what they answered. */
  readonly record: string;
  /** Deletes every earlier record of the conversation in the same step. */
  readonly erases?: boolean;
}

/** A conversation is forgotten this long after its last turn. */
export const STATE_TTL_MS = 30 * 24 * 3600 * 1000;
/** A message id is remembered, with its replies, this long. */
export const RECORD_TTL_MS = 24 * 3600 * 1000;

/** A month's counts are kept this long after the last was added: a year can be compared with the one before. */
export const COUNT_TTL_MS = 400 * 24 * 3600 * 1000;

/** The store cannot serve now; the message may be sent again, and with its id is applied once. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
