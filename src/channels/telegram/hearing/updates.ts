import type { Notice } from "../../../knowledge/schemas/telegram.ts";
import type { Incoming } from "../../../message.ts";
import type { Me } from "../bot-api.ts";
import { conversationOf } from "../conversation-id.ts";
import type { ChoiceData } from "../showing/choice-data.ts";
import type { TappedMessage } from "../showing/retired.ts";
import { type Said, addressedIn } from "./addressed.ts";
import { createAlbums } from "./albums.ts";
import { type AskedParts, askedIn } from "./asked.ts";
import { answeredBy, askerOf, buttonsFor } from "./asker.ts";
import { noticeOf } from "./notices.ts";
import { type Place, type Standing, isPrivate, placeOf } from "./place.ts";
import { type Message, type TelegramUpdate, readUpdate } from "./update-shape.ts";

interface Tap {
  readonly id: string;
  readonly data: string;
  /** The message that the tap settles; absent where that is none of ours, or in a group perhaps another's. */
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

export interface HearingParts extends AskedParts {
  readonly data: ChoiceData;
}

/** @returns undefined for what is left to the bot that we are a guest of, needs no answer, or is no update */
export type Hear = (update: TelegramUpdate, me: Me) => Heard | undefined;

export function createHearing(parts: HearingParts): Hear {
  const isFirstOfAlbum = createAlbums();
  return (given, me) => {
    const update = readUpdate(given);
    if (!update) return undefined;
    const { update_id: id, message, edited_message: edited } = update;
    const isFirst = (sent: Message): boolean => isFirstOfAlbum(id, sent);
    if (message) return readMessage(id, message, me, parts, isFirst);
    if (edited) return readEdited(edited, me, parts);
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
  const place = placeOf(on, answeredBy(on)?.message_id);
  const tap = { id: query.id, data: query.data };
  const asker = isPrivate(on) ? from.id : buttonsFor(on);
  if (asker !== undefined && asker !== from.id) return { place, notice: "not_yours", tap };
  return {
    place,
    tap: asker === undefined ? tap : { ...tap, on },
    incoming: incoming(id, on, from.id, { choice }),
  };
}

function readMessage(
  id: number,
  message: Message,
  me: Me,
  parts: HearingParts,
  isFirst: (message: Message) => boolean,
): Heard | undefined {
  const asker = askerOf(message);
  const said = saidIn(message, me, parts);
  const sent = noticeOf(message);
  if (asker === undefined || !said || (sent && !parts.alone)) return undefined;
  const isText = sent === undefined ? textOf(message) !== undefined : said.text !== "";
  const body = isText ? askedIn(said, me, parts) : undefined;
  const notice = sent && isFirst(message) ? sent : undefined;
  if (!body && !notice) return undefined;
  return {
    place: placeOf(message, message.message_id),
    ...(notice && { notice }),
    ...(body && { incoming: incoming(id, message, asker, body) }),
  };
}

function readEdited(message: Message, me: Me, parts: HearingParts): Heard | undefined {
  const isText = textOf(message) !== undefined; // else a place that moves
  const isOurs = parts.alone && askerOf(message) !== undefined && saidIn(message, me, parts);
  if (!isText || !isOurs) return undefined;
  return { place: placeOf(message, message.message_id), notice: "edited" };
}

/** In a group people talk to each other, so that there only what is addressed to us is for us. */
function saidIn(message: Message, me: Me, { alone }: HearingParts): Said | undefined {
  const text = textOf(message) ?? "";
  if (isPrivate(message)) return { text: text.trim(), by: "private" };
  return addressedIn(message, text, me, alone);
}

function textOf({ text, caption }: Message): string | undefined {
  return text ?? caption;
}

function incoming(
  update: number,
  { chat }: Standing,
  asker: number,
  body: Incoming["body"],
): Omit<Incoming, "at"> {
  return { conversation: conversationOf(chat.id, asker), id: String(update), body };
}

/** Updates of one chat are answered in their order; what is no update is in a lane of its own kind. */
export function laneOf(given: TelegramUpdate): string {
  const { message, edited_message, callback_query: query } = readUpdate(given) ?? {};
  return String((message ?? edited_message ?? query?.message)?.chat.id ?? "");
}
