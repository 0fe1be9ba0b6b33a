import type { Incoming } from "../../../message.ts";
import type { Me } from "../bot-api.ts";
import type { Said } from "./addressed.ts";

export interface AskedParts {
  /** Ids of choices by the command that stands for them, such as `fee`. */
  readonly commands: ReadonlyMap<string, string>;
  /** @returns the choice that `/start <payload>` asks for; undefined when it is none of ours */
  readonly deepLink: (payload: string) => string | undefined;
  /** No other bot shares the token: commands and buttons that nobody knows are ours to answer too. */
  readonly alone: boolean;
}

/**
 * What a text asks: a command of ours and our name alone are choices; a command that is unknown gets the
 * menu, where no other bot may know it.
 * @returns undefined for what is another's
 */
export function askedIn(
  { text, by }: Said,
  me: Me,
  { commands, deepLink, alone }: AskedParts,
): Incoming["body"] | undefined {
  const menu = commands.get("menu");
  if (text === "" && by === "name") return choiceOf(menu);
  const command = commandIn(text, me);
  if (!command) return text.startsWith("/") && !alone ? undefined : { text };
  const { name, payload, isOurs } = command;
  const isLink = name === "start" && payload !== "";
  const known = isLink ? deepLink(payload) : commands.get(name);
  const unknown = alone && by !== "answer" ? menu : undefined;
  return choiceOf((isOurs ? known : undefined) ?? unknown);
}

/** `/start@wenkao_bot fee-3`, of Latin letters only and of any case. */
const COMMAND = /^\/(\w+)(?:@(\w+))?(?!\S)\s*/u;

function commandIn(text: string, { username }: Me) {
  const [command, name = "", addressee = username] = COMMAND.exec(text) ?? [];
  if (command === undefined) return undefined;
  return {
    name: name.toLowerCase(),
    payload: text.slice(command.length),
    /** It is not for another bot by name. */
    isOurs: addressee.toLowerCase() === username.toLowerCase(),
  };
}

function choiceOf(choice: string | undefined): Incoming["body"] | undefined {
  return choice === undefined ? undefined : { choice };
}
