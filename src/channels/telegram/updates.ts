import type { Incoming } from "../../message.ts";
import type { ChoiceData } from "./choice-data.ts";

/** What we read of Telegram's Update; the type of every library fits it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly message?: {
    readonly chat: Chat;
    readonly from?: { readonly id: number; readonly is_bot: boolean };
    readonly text?: string;
  };
  readonly callback_query?: {
    readonly id: string;
    readonly from: { readonly id: number };
    readonly message?: { readonly chat: Chat };
    readonly data?: string;
  };
}

interface Chat {
  readonly id: number;
  readonly type?: string;
}

/** An update that is ours to answer. */
export interface Heard {
  readonly incoming: Omit<Incoming, "at">;
  /** The chat to answer in. */
  readonly chat: number;
  /** The tap to acknowledge, if it was one. */
  readonly tap?: string;
}

export interface HearingParts {
  /** Ids of choices by the command that stands for them, such as `fee`. */
  readonly commands: ReadonlyMap<string, string>;
  readonly data: ChoiceData;
  /** No other bot shares the token: commands and buttons that nobody knows are ours to answer too. */
  readonly alone: boolean;
}

/** @returns undefined for what is left to the bot that we are a guest of */
export type Hear = (update: TelegramUpdate, botName: string) => Heard | undefined;

export function createHearing(parts: HearingParts): Hear {
  return (update, botName) => readTap(update, parts) ?? readMessage(update, botName, parts);
}

function readTap(
  { update_id: id, callback_query: query }: TelegramUpdate,
  { data, alone }: HearingParts,
): Heard | undefined {
  if (query?.message === undefined || query.data === undefined) return undefined;
  const choice = data.read(query.data) ?? (alone ? query.data : undefined);
  if (choice === undefined) return undefined;
  const { chat } = query.message;
  return { ...heard(id, chat, query.from, { choice }), tap: query.id };
}

function readMessage(
  { update_id: id, message }: TelegramUpdate,
  botName: string,
  parts: HearingParts,
): Heard | undefined {
  if (message?.from === undefined || message.from.is_bot || message.text === undefined)
    return undefined;
  const body = readText(message.text, message.chat.type === "private", botName, parts);
  return body && heard(id, message.chat, message.from, body);
}

const COMMAND = /^\/(\w+)(?:@(\w+))?(?!\S)/u;

/** In a group people talk to each other, so that there only our commands are for us. */
function readText(
  text: string,
  inPrivate: boolean,
  botName: string,
  { commands, alone }: HearingParts,
): Incoming["body"] | undefined {
  const [command, name = "", addressee = botName] = COMMAND.exec(text) ?? [];
  const ours = addressee.toLowerCase() === botName.toLowerCase();
  const choice = ours ? commands.get(name.toLowerCase()) : undefined;
  if (choice !== undefined) return { choice };
  return inPrivate && (command === undefined || alone) ? { text } : undefined;
}

function heard(
  update: number,
  chat: Chat,
  from: { readonly id: number },
  body: Incoming["body"],
): Heard {
  const conversation = `telegram:${chat.id}:${from.id}`;
  return { incoming: { conversation, id: String(update), body }, chat: chat.id };
}

/** Updates of one chat are answered in their order. */
export function laneOf({ message, callback_query: query }: TelegramUpdate): string {
  return String((message ?? query?.message)?.chat.id ?? "");
}
