import { getSystemErrorName } from "node:util";
import { StoreError } from "../store.ts";

const MOVE = "point DATA_DIR at a directory that this user may write";

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: `give the user that runs this process write permission, or ${MOVE}`,
  EPERM: `give the user that runs this process write permission, or ${MOVE}`,
  EROFS: `mount the file system writable, or ${MOVE}`,
  ENOTDIR: "a part of the path is a file: point DATA_DIR at a directory",
  ENOSPC: "free space on its disk",
  EDQUOT: "free space or raise the disk quota of this user",
  EFBIG: "raise the file size limit of this process (ulimit -f)",
  // lmdb reports a short write, which is what a disk that is just full gives, as EIO
  EIO: "free space on its disk if it is full; if it is not, the disk is failing",
  MDB_MAP_FULL: "free address space or disk: the database could not grow",
  MDB_INVALID: "move the file away (it is not a database) and restore a backup",
};

/**
 * @param doing what failed, such as "cannot save"
 * @param cause what lmdb or node threw, kept as `cause`; a StoreError is passed on as it is
 */
export function storeError(path: string, doing: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = errorCode(cause);
  const remedy = REMEDIES[code] ?? "see the cause; a restart opens the database afresh";
  const fault = cause instanceof Error ? cause.message : String(cause);
  return new StoreError(
    `embedded store at ${path}: ${doing}: ${code}, ${fault}. To do: ${remedy}`,
    {
      cause,
    },
  );
}

/**
 * What made a commit fail: lmdb rejects with "Commit failed" at once, and tells the
 * reason a moment later through a promise on that error.
 */
export async function commitCause(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !("commitError" in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (reason) {
    return reason;
  }
}

/** A name such as ENOSPC or MDB_MAP_FULL; lmdb gives errno as a number, node as a name. */
function errorCode(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown fault";
  const code = "code" in cause ? cause.code : undefined;
  if (typeof code === "string") return code;
  if (typeof code === "number" && code > 0) return getSystemErrorName(-code);
  return /\bMDB_[A-Z_]+/.exec(cause.message)?.[0] ?? "unknown fault";
}
