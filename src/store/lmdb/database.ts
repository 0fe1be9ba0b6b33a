import { StoreError } from "../store.ts";
import { commitCause, storeError } from "./faults.ts";
import { openEntries, type Entries } from "./opening.ts";

interface Change {
  /** Runs inside the transaction; what it returns is called once that is on the disk. */
  readonly apply: (entries: Entries) => () => void;
  readonly reject: (fault: StoreError) => void;
}

/** At most this many changes share one transaction, so that one commit stays short. */
const BATCH = 256;

/**
 * An lmdb directory that survives failed commits. Only one transaction is in hand at a time,
 * and changes that arrive meanwhile share the next: after a failed commit lmdb may never
 * answer again (its write lock stays taken), so nothing may be queued behind one.
 */
export class Database {
  readonly #path: string;
  #entries: Entries | undefined;
  #waiting: Change[] = [];
  #writing: Promise<void> | undefined;
  #discarding: Promise<void> | undefined;
  #closed = false;

  /** @throws {StoreError} when the directory cannot be opened for writing */
  constructor(path: string) {
    this.#path = path;
    this.#entries = openEntries(path);
  }

  /** @throws {StoreError} when the database cannot be read or is closed */
  async read<T>(look: (entries: Entries) => T): Promise<T> {
    await this.#discarding;
    this.#assertOpen();
    try {
      return look(this.#opened());
    } catch (cause) {
      throw storeError(this.#path, "cannot read", cause);
    }
  }

  /**
   * Runs `change` in a transaction. Resolves when it is on the disk.
   * @throws {StoreError} when it cannot be committed; then nothing of it is kept
   */
  write<T>(change: (entries: Entries) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#assertOpen();
      const apply = (entries: Entries) => {
        const result = change(entries);
        return () => resolve(result);
      };
      this.#waiting.push({ apply, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Waits for the writes in hand. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
    await this.#discard();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, BATCH));
    this.#writing = undefined;
  }

  async #commit(changes: readonly Change[]): Promise<void> {
    try {
      const entries = this.#opened();
      // a child, because only that is rolled back when a change throws
      const settle = await entries.childTransaction(() => changes.map((c) => c.apply(entries)));
      for (const done of settle) done();
    } catch (error) {
      const fault = storeError(this.#path, "cannot save", await commitCause(error));
      this.#discarding = this.#discard();
      await this.#discarding;
      for (const change of changes) change.reject(fault);
    }
  }

  /** Drops the open files; the next read or write opens them afresh. */
  async #discard(): Promise<void> {
    const entries = this.#entries;
    this.#entries = undefined;
    try {
      await entries?.close();
    } catch {
      // what it had acknowledged is on the disk, and nobody uses it any more
    }
  }

  #opened(): Entries {
    return (this.#entries ??= openEntries(this.#path));
  }

  #assertOpen(): void {
    if (this.#closed) {
      throw new StoreError(`embedded store at ${this.#path}: closed. To do: open it again`);
    }
  }
}
