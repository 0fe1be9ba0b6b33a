import type { Notice } from "../../../knowledge/schemas/telegram.ts";

/** What people send, by the field of the message that holds it. What stands in none is news of the chat, and needs no word. */
const SENT: readonly (readonly [field: string, notice: Notice])[] = [
  ["photo", "picture"],
  ["animation", "picture"], // before document, which it also is
  ["video", "picture"],
  ["video_note", "picture"],
  ["voice", "voice"],
  ["audio", "voice"],
  ["document", "file"],
  ["sticker", "sticker"],
  ["dice", "sticker"],
  ["contact", "contact"],
  ["venue", "location"],
  ["location", "location"],
  ["poll", "other"],
  ["story", "other"],
  ["game", "other"],
  ["paid_media", "other"],
  ["checklist", "other"],
];

/** @returns undefined for a message of text alone */
export function noticeOf(message: object): Notice | undefined {
  return SENT.find(([field]) => field in message)?.[1];
}
