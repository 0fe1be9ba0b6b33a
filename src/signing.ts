import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Signs by the secret what is made for one purpose.
 * @param purpose stands before what is signed, so that no signature passes as one of another purpose
 * @returns HMAC-SHA-256, 32 bytes
 */
export function createSigner(
  secret: string,
  purpose: string,
): (data: string | Uint8Array) => Buffer {
  return (data) => createHmac("sha256", secret).update(`${purpose}\n`).update(data).digest();
}

/** In a time that does not tell how much of it is right. */
export function isSame(given: Uint8Array, right: Uint8Array): boolean {
  return given.length === right.length && timingSafeEqual(given, right);
}
