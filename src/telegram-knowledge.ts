import type { Assistant } from "./assistant.ts";
import type { AssistantParts } from "./channels/telegram/assistant.ts";
import { commandsFor } from "./channels/telegram/hearing/commands.ts";
import { createDeepLinks } from "./channels/telegram/hearing/deep-links.ts";
import { choiceIds, isTimeless } from "./choice-ids.ts";
import type { Pack } from "./knowledge/pack.ts";
import { COMMANDS } from "./knowledge/schemas/telegram.ts";
import type { Moment } from "./message.ts";
import { telegramWords } from "./rendering/telegram.ts";

/** What an assistant's pack tells its Telegram channel, in a bot of its own or as a guest in another. */
export function telegramKnowledge(
  { pack, page }: Pick<Assistant, "pack" | "page">,
  now: () => Moment,
): Pick<AssistantParts, "commands" | "deepLink" | "choices" | "isTimeless" | "wording"> {
  const { busy, store_down } = pack.wording;
  return {
    commands: commandsFor(COMMANDS, pack.menu),
    deepLink: createDeepLinks((query) => page.open(query, now()), numbersOf(pack)),
    choices: choiceIds(pack),
    isTimeless,
    wording: { ...telegramWords(pack).notices, busy, store_down },
  };
}

/** Levels by the number that they are written with. */
function numbersOf({ projects }: Pack): ReadonlyMap<string, string> {
  const numbers = projects.levels.flatMap(({ id, aliases }) =>
    aliases.map((alias) => [/^(\d)\D$/u.exec(alias)?.[1] ?? "", id] as const),
  );
  return new Map(numbers.filter(([number]) => number !== ""));
}
