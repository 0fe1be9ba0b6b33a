import type { Assistant } from "../assistant.ts";
import { commandsFor } from "../channels/telegram/commands.ts";
import {
  type ChannelParts,
  type TelegramChannel,
  createTelegramChannel,
} from "../channels/telegram/grammy/channel.ts";
import { choiceIds } from "../choice-ids.ts";
import type { Config } from "../config.ts";

export interface TelegramParts extends Pick<ChannelParts, "turn" | "now" | "config" | "logger"> {
  readonly assistant: Pick<Assistant, "pack">;
  readonly config: Pick<Config, "TELEGRAM_TOKEN"> & ChannelParts["config"];
}

/** The Telegram channel of an assistant; undefined where no TELEGRAM_TOKEN is set. */
export function createTelegram(parts: TelegramParts): TelegramChannel | undefined {
  const { assistant, ...rest } = parts;
  const { pack } = assistant;
  const token = rest.config.TELEGRAM_TOKEN;
  if (token === undefined) return undefined;
  return createTelegramChannel({
    ...rest,
    token,
    commands: commandsFor(pack.menu),
    choices: choiceIds(pack),
    wording: pack.wording,
  });
}
