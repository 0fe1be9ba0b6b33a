import { createHash } from "node:crypto";

/** Marks callback data as ours, so that a host bot keeps its own. */
const WHOLE = "wk:";
/** Stands before the digest of an id that is too long to travel whole. */
const DIGEST = "wk#";
/** Bytes of UTF-8 that Telegram takes as callback data. */
const MAX_BYTES = 64;

/** Turns the id of a choice into what its button carries, and back. */
export interface ChoiceData {
  /** @returns at most 64 bytes of UTF-8 */
  write(choice: string): string;
  /** @returns undefined when the data is not ours; of a choice that no longer exists, something that is no choice */
  read(data: string): string | undefined;
}

/**
 * @param choices every id that may ever be offered. A digest is looked up among these and not in what
 * was offered last, so that a button means the same when it is stale or its tap is delivered again.
 */
export function createChoiceData(choices: Iterable<string>): ChoiceData {
  const byDigest = new Map(
    [...choices].filter(isTooLong).map((choice) => [digest(choice), choice] as const),
  );
  return {
    write: (choice) => (isTooLong(choice) ? digest(choice) : `${WHOLE}${choice}`),
    read(data) {
      if (data.startsWith(WHOLE)) return data.slice(WHOLE.length);
      return data.startsWith(DIGEST) ? (byDigest.get(data) ?? data) : undefined;
    },
  };
}

function isTooLong(choice: string): boolean {
  return Buffer.byteLength(WHOLE) + Buffer.byteLength(choice) > MAX_BYTES;
}

function digest(choice: string): string {
  return `${DIGEST}${createHash("sha256").update(choice).digest("base64url")}`;
}
