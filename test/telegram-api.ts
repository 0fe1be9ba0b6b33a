import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Update } from "grammy/types";
import { z } from "zod";
import { createChats } from "./telegram-api/chats.ts";
import type { State } from "./telegram-api/methods.ts";
import { createPerformer } from "./telegram-api/performing.ts";
import { createQueue } from "./telegram-api/queue.ts";
import { Refusal } from "./telegram-api/refusal.ts";
import { type Delivered, deliver } from "./telegram-api/webhook.ts";

export const TOKEN = "42:stand-in";

const paramsSchema = z.record(z.string(), z.unknown());
const callSchema = z.looseObject({ method: z.string() });

/** A Bot API server on loopback with one bot, as its candidates and its bot make use of it. */
export async function startTelegramApi() {
  const state: State = {
    chats: createChats(),
    queue: createQueue(),
    taps: new Set(),
    webhook: undefined,
    alerts: [],
    commands: [],
    description: "",
    shortDescription: "",
    menuButton: undefined,
  };
  const performer = createPerformer(state);
  const delivered: Delivered[] = [];
  const published = new Map<string, string>();
  const stopping = new AbortController();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  let nextUpdate = 1_000_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const [, token = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? "") ?? [];
    try {
      const params = paramsSchema.parse(await json(request));
      if (token !== TOKEN) throw new Refusal(401, "Unauthorized");
      if (performer.breaks(method)) return void response.destroy();
      const result = await performer.perform({ method, params, inWebhook: false }, gone.signal);
      send(response, 200, { ok: true, result });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
      send(response, refusal.code, refusal.envelope);
    }
  }

  async function deliverOver({ url, secret }: NonNullable<State["webhook"]>, update: Update) {
    const { origin, pathname } = new URL(url);
    const reached = () => ({ url: `${published.get(origin) ?? origin}${pathname}`, secret });
    const tell = (attempt: Delivered): void => void delivered.push(attempt);
    const body = await deliver(update, reached, tell, stopping.signal);
    const called = body === "" ? undefined : callSchema.parse(JSON.parse(body));
    if (called) {
      const { method, ...params } = called;
      const quietly = performer.perform({ method, params, inWebhook: true }, stopping.signal);
      await quietly.catch(() => {}); // as Telegram, which tells nobody
    }
    state.queue.confirm(update.update_id);
  }

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    calls: performer.calls,
    callsOf: performer.callsOf,
    /** The next calls of a method fail, one failure each. */
    fail: performer.fail,
    slow: performer.slow,
    answer: performer.answer,
    /** Every attempt to deliver over the webhook. */
    delivered,
    newUpdateId: () => nextUpdate++,
    /** Lets a public origin be reached at a local one, as a proxy does. */
    publish: (origin: string, local: string) => void published.set(origin, local),

    /** Has the bot take an update, the way that it has chosen. @returns when it has */
    async put(update: Update): Promise<void> {
      const confirmed = state.queue.confirmed(update.update_id);
      state.queue.add(update);
      if (state.webhook) void deliverOver(state.webhook, update);
      await confirmed;
    },

    /** Delivers an update once more, while the bot may still be at it. */
    async again(update: Update): Promise<void> {
      if (state.webhook) await deliverOver(state.webhook, update);
      else state.queue.add(update);
    },

    async close(): Promise<void> {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type TelegramApi = Awaited<ReturnType<typeof startTelegramApi>>;

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
