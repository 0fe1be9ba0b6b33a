import { z } from "zod";
import { replySchema, type Reply } from "../../message.ts";
import { LaunchRefused } from "../../refusals.ts";
import type { Store } from "../../store/store.ts";
import type { Identity } from "./identity.ts";
import type { Tokens } from "./tokens.ts";
import type { Routes } from "./zod-routes.ts";

/** Where a conversation stands and what it has told. */
export interface Described {
  readonly state: string;
  /** By question id. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const conversationSchema = z
  .object({
    state: z.string().describe("where the dialog stands now"),
    facts: z.record(z.string(), z.unknown()).describe("what the candidate told, by question id"),
    replies: z.array(replySchema).readonly().describe("those of the last turn, kept for 24 hours"),
  })
  .describe("the conversation so far");

const launchSchema = z
  .strictObject({
    telegram: z
      .string()
      .max(16_384)
      .describe("initData of a Mini App: the token is of that user's chat with the bot"),
  })
  .describe("whose conversation it is; without it, a new one")
  .nullish();

const tokenSchema = z.object({ token: z.string() }).describe("send it as `Authorization: Bearer`");
const nothing = z.null().describe("forgotten");

/** What this route reads of a stored record; the rest is the turn's own. */
const recordSchema = z.object({ turn: z.object({ replies: z.array(replySchema) }) });

interface ConversationRoutes {
  readonly describe: (state: string | undefined) => Described;
  readonly store: Pick<Store, "last" | "erase">;
  readonly identity: Identity;
  readonly tokens: Tokens;
  /** @throws {LaunchRefused} 401; absent where no bot is set up */
  readonly launch?: (initData: string) => string;
}

export function conversationRoutes(routes: Routes, parts: ConversationRoutes): void {
  const { describe, store, identity, tokens, launch = refuse } = parts;

  const created = {
    summary: "Gives a conversation without a cookie: a new one, or that of a Telegram chat",
    body: launchSchema,
    response: { 201: tokenSchema },
  };
  routes.post("/api/conversations", { schema: created }, async ({ body }, reply) => {
    const token = body ? tokens.issueFor(launch(body.telegram)) : tokens.issue();
    reply.code(201);
    return { token };
  });

  const shown = { summary: "Shows the conversation", response: { 200: conversationSchema } };
  routes.get("/api/conversation", { schema: shown }, async (request) => {
    const conversation = identity.known(request);
    const { state, record } = conversation === undefined ? {} : await store.last(conversation);
    return { ...describe(state), replies: record === undefined ? [] : repliesIn(record) };
  });

  const forgotten = { summary: "Forgets the conversation", response: { 204: nothing } };
  routes.delete("/api/conversation", { schema: forgotten }, async (request, reply) => {
    const conversation = identity.known(request);
    if (conversation !== undefined) await store.erase(conversation);
    identity.forget(request, reply);
    reply.code(204);
    return null;
  });
}

function refuse(): never {
  throw new LaunchRefused(
    "http: no bot is set up here that could launch; set TELEGRAM_TOKEN, and open the page from Telegram again",
  );
}

function repliesIn(record: string): Reply[] {
  return recordSchema.parse(JSON.parse(record)).turn.replies;
}
