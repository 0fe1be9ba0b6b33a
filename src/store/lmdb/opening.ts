import { closeSync, existsSync, mkdirSync, openSync, readSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { open, type RootDatabase } from "lmdb";
import type { Entry } from "./entries.ts";
import { storeError } from "./faults.ts";

/** The keys and values of the embedded store. */
export type Entries = RootDatabase<Entry>;

/**
 * Opens the directory, or makes it for this user alone.
 * @throws {StoreError} when it cannot be read and written
 */
export function openEntries(path: string): Entries {
  try {
    makeDirectory(resolve(path));
    assertDatabase(join(path, "data.mdb"));
    return open<Entry>(path, {
      encoding: "json",
      noSubdir: false, // else lmdb takes a directory with a dot in its name for a file
      overlappingSync: false, // else a write is acknowledged before it is on the disk
      eventTurnBatching: false, // else a failed commit rejects a promise that nobody sees
    });
  } catch (cause) {
    throw storeError(path, "cannot open", cause);
  }
}

/** Step by step: Node's recursive way never returns where a folder refuses without saying why, as /proc does. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeDirectory(parent);
  mkdirSync(path, { mode: 0o700 });
}

/** Stands in the first bytes of every lmdb file, in the byte order of the machine. */
const MAGIC = Buffer.from(new Uint32Array([0xbeefc0de]).buffer);
const HEAD_BYTES = 64;

/** lmdb crashes the whole process on a file that is no database. */
function assertDatabase(file: string): void {
  const head = readHead(file);
  if (head.length > 0 && !head.includes(MAGIC)) {
    throw new Error(`MDB_INVALID: ${file} is not an lmdb database`);
  }
}

/** @returns nothing when there is no such file yet */
function readHead(file: string): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const opened = openSync(file, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(opened, head));
  } finally {
    closeSync(opened);
  }
}
