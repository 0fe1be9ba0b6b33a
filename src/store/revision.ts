import { randomBytes } from "node:crypto";

/** Random and not counted, so that none comes back after an erasure or from a backup. */
export function newRevision(): string {
  return randomBytes(9).toString("base64url");
}
