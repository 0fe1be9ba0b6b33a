import { hash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { Problem } from "../../http/problems.ts";

export interface WebhookParts<U> {
  /** Telegram posts there; the server listens at its path. */
  readonly url: string;
  readonly secret: string;
  /**
   * @returns a call of the Bot API, in JSON, that Telegram is to carry out itself
   * @throws {Problem} when the update must come again
   */
  readonly handle: (update: U) => Promise<string | undefined>;
}

const HEADER = "x-telegram-bot-api-secret-token";
const updateSchema = z.looseObject({ update_id: z.int() });

/** Lets Telegram deliver its updates. It takes one as delivered once it is answered, and that is after its turn. */
export function webhookRoute<U extends { readonly update_id: number }>(
  app: FastifyInstance,
  { url, secret, handle }: WebhookParts<U>,
): void {
  const right = digestOf(secret);
  const options = {
    schema: { hide: true },
    config: { metricName: "telegram" }, // its path may hold the token
    onRequest: async ({ headers }: FastifyRequest) => {
      if (isSame(headers[HEADER], right)) return;
      throw new Problem(401, "This is not signed with TELEGRAM_WEBHOOK_SECRET.");
    },
  };
  app.post(pathOf(url), options, async ({ body }, reply) => {
    if (!updateSchema.safeParse(body).success)
      throw new Problem(400, "This is no update of the Bot API.");
    const call = await handle(body as U);
    return call === undefined ? reply.send() : reply.type("application/json").send(call);
  });
}

/** As Fastify writes a path: a colon, as a token has it, would begin a parameter. */
function pathOf(url: string): string {
  return decodeURI(new URL(url).pathname).replaceAll(":", "::");
}

/** In a time that tells nothing of the secret, not even its length. @param right the digest of the secret */
function isSame(given: string | string[] | undefined, right: Buffer): boolean {
  return typeof given === "string" && timingSafeEqual(digestOf(given), right);
}

function digestOf(text: string): Buffer {
  return hash("sha256", text, "buffer");
}
