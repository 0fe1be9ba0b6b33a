import { hash } from "node:crypto";

/**
 * Stands for an id in keys, always 43 characters of A-Z a-z 0-9 _ -: ids come from outside and may be
 * long, hold NUL or braces; UTF-16 because UTF-8 would make all lone surrogates equal.
 */
export function digest(id: string): string {
  return hash("sha256", Buffer.from(id, "utf16le"), "base64url");
}
