import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Config } from "../../../config.ts";
import type { Leases } from "../../../store/lease.ts";
import { type AssistantParts, createTelegramAssistant } from "../assistant.ts";
import type { Call, Me } from "../bot-api.ts";
import { type CreateMiddleware, createBot } from "../bot.ts";
import { byPolling } from "./by-polling.ts";
import { byWebhook } from "./by-webhook.ts";
import type { Intake, IntakeParts } from "./intake.ts";
import { type Introduction, introduce } from "./introducing.ts";
import { createPersistence } from "./persistence.ts";

export interface ChannelParts extends Omit<AssistantParts, "signal" | "alone"> {
  readonly createMiddleware: CreateMiddleware;
  readonly token: string;
  readonly call: Call;
  readonly introduction: Introduction;
  readonly config: Pick<Config, "TELEGRAM_WEBHOOK_URL" | "TELEGRAM_WEBHOOK_SECRET">;
  /** Where the processes of one token agree on who polls. */
  readonly store: Leases;
  /** Seconds until a process that is not the first to poll looks again; absent: as in use. */
  readonly firstLook?: number;
}

/** Seconds after a refusal that does not pass by itself. */
const LOOK_AGAIN = 60;

/** A Telegram bot of our own, over a webhook where one is set and else by long polling. */
export interface TelegramChannel {
  /** Adds the webhook to a server that does not listen yet. */
  routeOn(app: FastifyInstance): void;
  /** Takes updates from now on. While Telegram is away, it is tried until it comes or the channel stops. */
  start(): void;
  /** Begins nothing more; resolves when the turns in hand are finished. */
  stop(): Promise<void>;
}

export function createTelegramChannel(parts: ChannelParts): TelegramChannel {
  const { logger } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  setMaxListeners(0, signal); // each call in hand listens
  const assistant = createTelegramAssistant({ ...parts, signal, alone: true });
  const bot = createBot({ ...parts, assistant });
  const persist = createPersistence(signal, logger);
  const intake = chooseIntake({ bot, persist, signal, logger }, parts);
  let running = Promise.resolve();

  /** A wrong token, or a proxy that refuses us, is mended by somebody some day. */
  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const me = (await persist(() => bot.call("getMe", {}, signal), Infinity)) as Me;
        bot.begin(me);
        return await intake.run(me, () =>
          introduce({ bot, persist, signal, logger }, parts.introduction),
        );
      } catch (error) {
        if (signal.aborted) return;
        const next = `serving goes on without it, and in ${LOOK_AGAIN} s we look again`;
        logger.error({ err: error }, `telegram: ${next}`);
        await pause(LOOK_AGAIN * 1000, undefined, { signal }).catch(() => {});
      }
    }
  }

  return {
    routeOn: (app) => intake.routeOn(app),
    start: () => void (running = run()),
    async stop() {
      stopping.abort();
      await running;
      await intake.idle();
    },
  };
}

function chooseIntake(
  parts: IntakeParts,
  { config, store, firstLook }: Pick<ChannelParts, "config" | "store" | "firstLook">,
): Intake {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config;
  const hooked = url !== undefined && secret !== undefined;
  return hooked ? byWebhook(parts, url, secret) : byPolling(parts, store, firstLook);
}
