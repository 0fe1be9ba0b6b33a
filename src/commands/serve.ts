import { once } from "node:events";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import type { Assistant } from "../assistant.ts";
import { type HttpParts, createHttpServer } from "../channels/http/server.ts";
import type { Config } from "../config.ts";
import { forgettingLimit } from "../limits/forgetting.ts";
import { openLimits } from "../limits/open.ts";
import type { Moment } from "../message.ts";
import { observeStore } from "../observation/store.ts";
import { observeTurns } from "../observation/turns.ts";
import type { ReceiptSettings } from "../receipt-desk.ts";
import { loadSecret } from "../secret.ts";
import { openStore } from "../store/open.ts";
import { createTelegram } from "./serve-telegram.ts";

export interface ServeParts {
  readonly assistant: (receipts: ReceiptSettings) => Assistant;
  readonly config: Config;
  readonly now: () => Moment;
  readonly logger: Logger;
}

/** Serves until SIGTERM or SIGINT; then finishes what is in hand, closes the store and returns 0. */
export async function serve(parts: ServeParts): Promise<number> {
  const { config, now, logger } = parts;
  const secret = loadSecret(config);
  let address = `http://${config.HOST}:${config.PORT}`; // port 0 becomes another once it listens
  const assistant = parts.assistant({ secret, site: () => config.PUBLIC_URL ?? address });
  const registry = new Registry();
  const limits = await openLimits(config, logger);
  const stored = observeStore(await openStore(config, logger), registry, logger);
  const store = forgettingLimit(stored, limits.conversation);
  const observed = observeTurns(registry, logger);
  const turn = assistant.turnOn(store);
  const telegram = await createTelegram({
    assistant,
    turn: observed("telegram", turn),
    limit: limits.conversation,
    config,
    store,
    now,
    logger,
  });
  const server = await createHttpServer({
    ...assistant,
    turn: observed("http", turn),
    store,
    limits,
    config,
    secret,
    now,
    ...(await launchesOf(config)),
    registry,
    logger,
  });
  try {
    telegram?.routeOn(server);
    address = await server.listen({ host: config.HOST, port: config.PORT });
    logger.info(
      `serving ${assistant.pack.meta.id} version ${assistant.pack.meta.version} on ${address}`,
    );
    telegram?.start();
    await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
    logger.info("stopping: finishing what is in hand");
  } finally {
    await telegram?.stop();
    await server.close();
    await store.close();
    limits.close();
  }
  return 0;
}

/** Loaded for a bot alone: it takes 80 ms, which no other start should. */
async function launchesOf({ TELEGRAM_TOKEN: token }: Config): Promise<Pick<HttpParts, "launch">> {
  if (token === undefined) return {};
  const { createLaunches } = await import("../channels/telegram/mini-app.ts");
  return { launch: createLaunches(token) };
}
