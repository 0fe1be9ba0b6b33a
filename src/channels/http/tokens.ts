import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Makes and reads the tokens by which a client names its conversation. */
export interface Tokens {
  /** A token of a new conversation. */
  issue(): string;
  /** @returns the conversation, or undefined when we did not issue this token */
  conversationOf(token: string): string | undefined;
}

const ID_BYTES = 18;
const PURPOSE = "wenkao conversation token, version 1\n"; // so that no other signature passes as one

/** A token is `<unguessable id>.<HMAC-SHA256 of it by the secret>`, both in base64url. */
export function createTokens(secret: string): Tokens {
  const sign = (id: string) => {
    const mac = createHmac("sha256", secret).update(PURPOSE).update(id).digest("base64url");
    return `${id}.${mac}`;
  };
  return {
    issue: () => sign(randomBytes(ID_BYTES).toString("base64url")),
    conversationOf(token) {
      const [id = ""] = token.split(".", 1);
      return isSame(token, sign(id)) ? `http:${id}` : undefined;
    },
  };
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
