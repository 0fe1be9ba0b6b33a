import { randomBytes } from "node:crypto";
import { createSigner, isSame } from "../../signing.ts";

/** Makes and reads the tokens by which a client names its conversation. */
export interface Tokens {
  /** A token of a new conversation. */
  issue(): string;
  /**
   * A token of a conversation of another channel, to be handed only to whom it belongs. It ends after a week,
   * as that conversation, unlike a new one, stays the same for ever.
   */
  issueFor(conversation: string): string;
  /** @returns the conversation, or undefined when we did not issue this token, or it has ended */
  conversationOf(token: string): string | undefined;
}

const ID_BYTES = 18;
const PURPOSE = "wenkao conversation token, version 1";
const PURPOSE_OF_GIVEN = "wenkao token of a given conversation, version 1";
const WEEK_MS = 7 * 24 * 3600 * 1000;

/**
 * A token is `<unguessable id>.<HMAC-SHA256 of it by the secret>`, both in base64url; that of a given
 * conversation `<conversation in base64url>.<end in ms, base 36>.<HMAC-SHA256 of both>`, signed for a purpose
 * of its own, so that neither can be made of the other, and the first only ever names a conversation of ours.
 * @param clock milliseconds since 1970
 */
export function createTokens(secret: string, clock = Date.now): Tokens {
  const signer = createSigner(secret, PURPOSE);
  const signerOfGiven = createSigner(secret, PURPOSE_OF_GIVEN);
  const sign = (id: string) => `${id}.${signer(id).toString("base64url")}`;
  const signGiven = (claim: string) => `${claim}.${signerOfGiven(claim).toString("base64url")}`;
  const own = (id: string, token: string) => (isEqual(token, sign(id)) ? `http:${id}` : undefined);
  const given = (name: string, end: string, token: string) => {
    const isOurs = isEqual(token, signGiven(`${name}.${end}`));
    return isOurs && Number.parseInt(end, 36) > clock()
      ? Buffer.from(name, "base64url").toString()
      : undefined;
  };
  return {
    issue: () => sign(randomBytes(ID_BYTES).toString("base64url")),
    issueFor(conversation) {
      const name = Buffer.from(conversation).toString("base64url");
      return signGiven(`${name}.${(clock() + WEEK_MS).toString(36)}`);
    },
    conversationOf(token) {
      const [first = "", second = "", third] = token.split(".", 3);
      return third === undefined ? own(first, token) : given(first, second, token);
    },
  };
}

function isEqual(given: string, right: string): boolean {
  return isSame(Buffer.from(given), Buffer.from(right));
}
