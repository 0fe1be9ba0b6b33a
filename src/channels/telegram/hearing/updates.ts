import type { Notice } from "../../../knowledge/schemas/telegram.ts";
import type { Incoming } from "../../../message.ts";
import type { Me } from "../bot-api.ts";
import { conversationOf } from "../conversation-id.ts";
import type { ChoiceData } from "../showing/choice-data.ts";
import type { TappedMessage } from "../showing/retired.ts";
import { type Entity, addressedIn } from "./addressed.ts";
import { createAlbums } from "./albums.ts";
import { noticeOf } from "./notices.ts";
import { type Place, type Standing, isPrivate, placeOf } from "./place.ts";
import { isReadable } from "./readable.ts";

/** What we read of Telegram's Update; the type of every library fits it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly message?: Message;
  readonly edited_message?: Message;
  readonly callback_query?: {
    readonly id: string;
    readonly from: { readonly id: number };
    readonly message?: TappedMessage & Standing;
    readonly data?: string;
  };
}

interface Message extends Standing {
  readonly message_id: number;
  readonly from?: { readonly id: number; readonly is_bot: boolean };
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly media_group_id?: string;
}

interface Tap {
  readonly id: string;
  readonly data: string;
  /** Absent where the button stands under no message of ours. */
  readonly on?: TappedMessage;
}

/** An update that is ours to answer. */
export interface Heard {
  readonly place: Place;
  /** Said before the turn's replies, or alone. */
  readonly notice?: Notice;
  readonly incoming?: Omit<Incoming, "at">;
  readonly tap?: Tap;
}

export interface HearingParts {
  /** Ids of choices by the command that stands for them, such as `fee`. */
  readonly commands: ReadonlyMap<string, string>;
  /** @returns the choice that `/start <payload>` asks for; undefined when it is none of ours */
  readonly deepLink: (payload: string) => string | undefined;
  readonly data: ChoiceData;
  /** No other bot shares the token: commands and buttons that nobody knows are ours to answer too. */
  readonly alone: boolean;
}

/** @returns undefined for what is left to the bot that we are a guest of, or needs no answer */
export type Hear = (update: TelegramUpdate, me: Me) => Heard | undefined;

export function createHearing(parts: HearingParts): Hear {
  const albums = createAlbums();
  return (update, me) => {
    if (!isReadable(update)) return undefined;
    const { update_id: id, message, edited_message: edited } = update;
    if (message) return readMessage(id, message, me, parts, albums);
    if (edited) return readEdited(edited, parts);
    return readTap(update, parts);
  };
}

function readTap(
  { update_id: id, callback_query: query }: TelegramUpdate,
  { data, alone }: HearingParts,
): Heard | undefined {
  if (!query) return undefined;
  const { message: on, from } = query;
  if (on === undefined || query.data === undefined)
    return alone ? { place: { chat_id: from.id }, tap: { id: query.id, data: "" } } : undefined;
  const choice = data.read(query.data) ?? (alone ? query.data : undefined);
  if (choice === undefined) return undefined;
  const tap = { id: query.id, data: query.data, on };
  const place = placeOf(on, on.reply_to_message?.message_id);
  const asker = on.reply_to_message?.from?.id ?? from.id;
  if (!isPrivate(on) && asker !== from.id) return { place, notice: "not_yours", tap };
  return { place, tap, incoming: incoming(id, on, from, { choice }) };
}

function readMessage(
  id: number,
  message: Message,
  me: Me,
  parts: HearingParts,
  isFirstOfAlbum: (id: number, message: Message) => boolean,
): Heard | undefined {
  const { from, text = message.caption } = message;
  if (from === undefined || from.is_bot) return undefined;
  const place = placeOf(message, message.message_id);
  const body = text === undefined ? undefined : readText(message, text, me, parts);
  const isOurs = isPrivate(message) ? parts.alone : body !== undefined;
  const notice = isOurs && isFirstOfAlbum(id, message) ? noticeOf(message) : undefined;
  if (!body && !notice) return undefined;
  return {
    place,
    ...(notice && { notice }),
    ...(body && { incoming: incoming(id, message, from, body) }),
  };
}

function readEdited(message: Message, { alone }: HearingParts): Heard | undefined {
  const isText = message.text !== undefined || message.caption !== undefined; // else a place that moves
  if (!alone || !isText || !isPrivate(message)) return undefined;
  return { place: placeOf(message, message.message_id), notice: "edited" };
}

const COMMAND = /^\/(\w+)(?:@(\w+))?(?!\S)\s*/u;

/** In a group people talk to each other, so that there only what names us is for us. */
function readText(
  message: Message,
  text: string,
  me: Me,
  { commands, deepLink, alone }: HearingParts,
): Incoming["body"] | undefined {
  const [command = "", name = "", addressee = me.username] = COMMAND.exec(text) ?? [];
  if (addressee.toLowerCase() === me.username.toLowerCase()) {
    const payload = text.slice(command.length);
    const linked = name === "start" && payload !== "" ? deepLink(payload) : undefined;
    const choice = linked ?? commands.get(name.toLowerCase());
    if (choice !== undefined) return { choice };
  }
  if (isPrivate(message)) return command === "" || alone ? { text } : undefined;
  const addressed = addressedIn(message, text, me, alone);
  const menu = commands.get("menu");
  return addressed === "" && menu !== undefined ? { choice: menu } : textOf(addressed);
}

function textOf(text: string | undefined): Incoming["body"] | undefined {
  return text === undefined ? undefined : { text };
}

function incoming(
  update: number,
  { chat }: Standing,
  from: { readonly id: number },
  body: Incoming["body"],
): Omit<Incoming, "at"> {
  return { conversation: conversationOf(chat.id, from.id), id: String(update), body };
}

/** Updates of one chat are answered in their order; one that cannot be read has a lane too. */
export function laneOf(update: TelegramUpdate): string {
  if (!isReadable(update)) return "";
  const { message = update.edited_message, callback_query: query } = update;
  return String((message ?? query?.message)?.chat.id ?? "");
}
