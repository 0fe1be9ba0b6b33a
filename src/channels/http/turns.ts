import { randomUUID } from "node:crypto";
import { z } from "zod";
import { replySchema, type Incoming, type Moment, type Turn } from "../../message.ts";
import type { Limit } from "../../limits/limit.ts";
import type { Identity } from "./identity.ts";
import { assertWithin } from "./limiting.ts";
import type { Routes } from "./zod-routes.ts";

const bodySchema = z
  .union(
    [
      z.strictObject({ text: z.string().describe("what the candidate says") }),
      z.strictObject({ choice: z.string().describe("id of a choice that was offered") }),
    ],
    { error: 'send either {"text": "…"} or {"choice": "…"}, a string, and nothing else' },
  )
  .describe("one message");

const headersSchema = z.looseObject({
  "idempotency-key": z
    .string()
    .regex(/^[\x20-\x7e]{1,128}$/, "must be 1 to 128 printable ASCII characters")
    .describe("the same key again gets the same replies and changes nothing")
    .optional(),
});

const turnSchema = z
  .object({
    state: z.string().describe("where the dialog stands now"),
    replies: z.array(replySchema).readonly(),
  })
  .describe("what the message led to");

interface TurnRoutes {
  readonly turn: (incoming: Incoming) => Promise<Turn>;
  readonly identity: Identity;
  readonly now: () => Moment;
  readonly limit: Limit;
}

export function turnRoutes(routes: Routes, { turn, identity, now, limit }: TurnRoutes): void {
  const schema = {
    summary: "Says something, or taps a choice",
    headers: headersSchema,
    body: bodySchema,
    response: { 200: turnSchema },
  };
  routes.post("/api/turns", { schema }, async (request, reply) => {
    const conversation = identity.knownOrNew(request, reply);
    await assertWithin(limit, conversation);
    return turn({
      conversation,
      id: request.headers["idempotency-key"] ?? randomUUID(),
      body: request.body,
      at: now(),
    });
  });
}
