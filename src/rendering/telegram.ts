import { fill } from "../knowledge/placeholders.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { TelegramWords } from "../knowledge/schemas/telegram.ts";
import { factValues } from "./scene.ts";

/** What a pack has the bot say on Telegram beside the dialog. */
export function telegramWords(pack: Pack): TelegramWords {
  const values = factValues(pack);
  const filled = <W extends Readonly<Record<string, string>>>(words: W): W =>
    Object.fromEntries(
      Object.entries(words).map(([word, text]) => [word, fill(text, values)]),
    ) as W;
  const { commands, notices, ...words } = pack.telegram;
  return { ...filled(words), commands: filled(commands), notices: filled(notices) };
}
