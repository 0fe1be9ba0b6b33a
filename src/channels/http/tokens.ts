import { randomBytes } from "node:crypto";
import { createSigner, isSame } from "../../signing.ts";

/** Makes and reads the tokens by which a client names its conversation. */
export interface Tokens {
  /** A token of a new conversation. */
  issue(): string;
  /** @returns the conversation, or undefined when we did not issue this token */
  conversationOf(token: string): string | undefined;
}

const ID_BYTES = 18;
const PURPOSE = "wenkao conversation token, version 1";

/** A token is `<unguessable id>.<HMAC-SHA256 of it by the secret>`, both in base64url. */
export function createTokens(secret: string): Tokens {
  const signer = createSigner(secret, PURPOSE);
  const sign = (id: string) => `${id}.${signer(id).toString("base64url")}`;
  return {
    issue: () => sign(randomBytes(ID_BYTES).toString("base64url")),
    conversationOf(token) {
      const [id = ""] = token.split(".", 1);
      return isSame(Buffer.from(token), Buffer.from(sign(id))) ? `http:${id}` : undefined;
    },
  };
}
