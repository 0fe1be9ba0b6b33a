import type { Logger } from "pino";
import { createAssistant } from "./assistant.ts";
import { BUNDLE, isFresh } from "./bundle.mjs";
import { type TelegramAssistant, createTelegramAssistant } from "./channels/telegram/assistant.ts";
import { createClock } from "./clock.ts";
import { readConfig } from "./config.ts";
import { forgettingLimit } from "./limits/forgetting.ts";
import { openLimits } from "./limits/open.ts";
import { createPreparedPacks } from "./prepared-pack.ts";
import { openStore } from "./store/open.ts";
import { telegramKnowledge } from "./telegram-knowledge.ts";

export interface TelegramGuest {
  /** For `bot.use(wenkao(assistant))` of either library. */
  readonly assistant: TelegramAssistant;
  /** Closes the store, once the bot has stopped. */
  readonly close: () => Promise<void>;
}

/**
 * Wenkao for a Telegram bot that a team already runs: it answers its own commands and buttons and what is
 * typed in private, and leaves all else to that bot.
 * @param directory of the pack
 * @param env where `REDIS_URL`, `DATA_DIR` and the like are read, as by `serve`
 * @throws {ConfigError | PackFaults | StoreError} what the caller can mend
 */
export async function openTelegramGuest(
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
  logger: Logger,
): Promise<TelegramGuest> {
  const now = createClock();
  const prepared = await createPreparedPacks(isFresh() ? BUNDLE.href : import.meta.url).open(
    directory,
  );
  const assistant = createAssistant(prepared, now);
  const config = readConfig(env);
  const limits = await openLimits({ ...config, RATE_LIMIT_ADDRESS: 0 }, logger);
  const store = forgettingLimit(await openStore(config, logger), limits.conversation);
  return {
    assistant: createTelegramAssistant({
      ...telegramKnowledge(assistant, now),
      turn: assistant.turnOn(store),
      limit: limits.conversation,
      now,
      alone: false,
      logger,
    }),
    async close() {
      await store.close();
      limits.close();
    },
  };
}
