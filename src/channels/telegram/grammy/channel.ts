import type { FastifyInstance } from "fastify";
import type { Config } from "../../../config.ts";
import { withFaults } from "../grammy.ts";
import { createPersistence } from "../persistence.ts";
import { type BotParts, createBot } from "./bot.ts";
import { byPolling } from "./by-polling.ts";
import { byWebhook } from "./by-webhook.ts";
import type { Intake, IntakeParts } from "./intake.ts";

export interface ChannelParts extends Omit<BotParts, "signal" | "apiRoot"> {
  readonly config: Pick<
    Config,
    "TELEGRAM_API_ROOT" | "TELEGRAM_WEBHOOK_URL" | "TELEGRAM_WEBHOOK_SECRET"
  >;
}

/** A Telegram bot of our own, by grammY, over a webhook where one is set and else by long polling. */
export interface TelegramChannel {
  /** Adds the webhook to a server that does not listen yet. */
  routeOn(app: FastifyInstance): void;
  /** Takes updates from now on. While Telegram is away, it is tried until it comes or the channel stops. */
  start(): void;
  /** Begins nothing more; resolves when the turns in hand are finished. */
  stop(): Promise<void>;
}

export function createTelegramChannel({ config, ...parts }: ChannelParts): TelegramChannel {
  const { logger } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const bot = createBot({ ...parts, apiRoot: config.TELEGRAM_API_ROOT, signal });
  const persist = createPersistence(signal, logger);
  const intake = chooseIntake({ bot, persist, signal, logger }, config);
  let running = Promise.resolve();

  async function run(): Promise<void> {
    try {
      bot.botInfo = await persist(() => withFaults(bot.api.getMe()), Infinity);
      await intake.run();
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, "telegram: serving goes on without it");
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

function chooseIntake(parts: IntakeParts, config: ChannelParts["config"]): Intake {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config;
  const hooked = url !== undefined && secret !== undefined;
  return hooked ? byWebhook(parts, url, secret) : byPolling(parts);
}
