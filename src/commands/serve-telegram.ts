import type { Assistant } from "../assistant.ts";
import type { CreateMiddleware } from "../channels/telegram/bot.ts";
import {
  type ChannelParts,
  type TelegramChannel,
  createTelegramChannel,
} from "../channels/telegram/delivery/channel.ts";
import type { Introduction } from "../channels/telegram/delivery/introducing.ts";
import { commandsFor } from "../channels/telegram/hearing/commands.ts";
import type { Config } from "../config.ts";
import type { Pack } from "../knowledge/pack.ts";
import { COMMANDS } from "../knowledge/schemas/telegram.ts";
import { telegramWords } from "../rendering/telegram.ts";
import { telegramKnowledge } from "../telegram-knowledge.ts";

export interface TelegramParts extends Pick<
  ChannelParts,
  "turn" | "limit" | "now" | "logger" | "store" | "firstLook"
> {
  readonly assistant: Pick<Assistant, "pack" | "page">;
  readonly config: Pick<
    Config,
    "TELEGRAM_TOKEN" | "TELEGRAM_API_ROOT" | "TELEGRAM_LIBRARY" | "PUBLIC_URL"
  > &
    ChannelParts["config"];
}

/** Loaded for a bot alone, and the one that it runs on. */
const LIBRARIES: Readonly<Record<Config["TELEGRAM_LIBRARY"], () => Promise<CreateMiddleware>>> = {
  grammy: async () => (await import("../channels/telegram/grammy.ts")).createGrammyMiddleware,
  telegraf: async () => (await import("../channels/telegram/telegraf.ts")).createTelegrafMiddleware,
};

/** The Telegram channel of an assistant; undefined where no TELEGRAM_TOKEN is set. */
export async function createTelegram(parts: TelegramParts): Promise<TelegramChannel | undefined> {
  const { assistant, config, ...rest } = parts;
  const token = config.TELEGRAM_TOKEN;
  if (token === undefined) return undefined;
  const { createBotApi } = await import("../channels/telegram/bot-api-client.ts");
  return createTelegramChannel({
    ...rest,
    ...telegramKnowledge(assistant, parts.now),
    config,
    token,
    call: createBotApi({ token, apiRoot: config.TELEGRAM_API_ROOT }),
    createMiddleware: await LIBRARIES[config.TELEGRAM_LIBRARY](),
    introduction: introductionOf(assistant.pack, config.PUBLIC_URL),
  });
}

function introductionOf(pack: Pack, site: string | undefined): Introduction {
  const { commands, description, short_description, mini_app: text } = telegramWords(pack);
  return {
    commands: [...commandsFor(COMMANDS, pack.menu).keys()].map((command) => ({
      command,
      description: commands[command],
    })),
    description,
    short_description,
    mini_app: site?.startsWith("https:") ? { text, url: new URL("/", site).href } : undefined,
  };
}
