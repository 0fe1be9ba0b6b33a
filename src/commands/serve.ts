import { once } from "node:events";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Assistant } from "../assistant.ts";
import { createHttpServer } from "../channels/http/server.ts";
import type { Config } from "../config.ts";
import type { Moment } from "../message.ts";
import { loadSecret } from "../secret.ts";
import { openLmdbStore } from "../store/lmdb.ts";

export interface ServeParts {
  readonly assistant: Assistant;
  readonly config: Config;
  readonly now: () => Moment;
  readonly logger: Logger;
}

/** Serves until SIGTERM or SIGINT; then finishes what is in hand, closes the store and returns 0. */
export async function serve({ assistant, config, now, logger }: ServeParts): Promise<number> {
  const store = openLmdbStore({ path: join(config.DATA_DIR, "store"), logger });
  const server = await createHttpServer({
    turn: assistant.turnOn(store),
    describe: assistant.describe,
    assess: assistant.assess,
    store,
    config,
    secret: loadSecret(config),
    now,
    page: { language: "zh-CN", ...assistant.page },
    logger,
  });
  try {
    const address = await server.listen({ host: config.HOST, port: config.PORT });
    logger.info(
      `serving ${assistant.pack.meta.id} version ${assistant.pack.meta.version} on ${address}`,
    );
    await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
    logger.info("stopping: finishing what is in hand");
  } finally {
    await server.close();
    await store.close();
  }
  return 0;
}
