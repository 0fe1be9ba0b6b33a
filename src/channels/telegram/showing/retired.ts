import type { Entity } from "../hearing/addressed.ts";
import type { ChoiceData } from "./choice-data.ts";
import { MAX_CHARACTERS } from "./pages.ts";

/** The message whose button was tapped, as the tap brings it; one that is very old comes without its text. */
export interface TappedMessage {
  readonly message_id: number;
  readonly chat: { readonly id: number };
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly Button[])[] };
}

interface Button {
  readonly text: string;
  readonly callback_data?: string;
}

/** A call that takes from a tapped message the buttons that could mislead later. */
export interface Retirement {
  readonly method: "editMessageText" | "editMessageReplyMarkup";
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Takes away the choices that answer a question, which is answered now, and writes the one tapped under
 * it. Links stay, and so do choices that mean the same at any time.
 * @param isTimeless whether a choice is one of those
 * @returns undefined where nothing is to be taken away
 */
export function retire(
  { message_id, chat, text, entities = [], reply_markup: markup }: TappedMessage,
  tapped: string,
  data: ChoiceData,
  isTimeless: (choice: string) => boolean,
): Retirement | undefined {
  const rows = markup?.inline_keyboard ?? [];
  const stays = ({ callback_data: carried }: Button): boolean => {
    if (carried === undefined) return true;
    const choice = data.read(carried);
    return choice === undefined || isTimeless(choice);
  };
  if (rows.every((row) => row.every(stays))) return undefined;
  const inline_keyboard = rows.map((row) => row.filter(stays)).filter((row) => row.length > 0);
  const label = rows.flat().find(({ callback_data: carried }) => carried === tapped)?.text;
  const left = {
    chat_id: chat.id,
    message_id,
    ...(inline_keyboard.length > 0 && { reply_markup: { inline_keyboard } }),
  };
  const marked = `${text}\n\n✓ ${label}`;
  if (text === undefined || label === undefined || marked.length > MAX_CHARACTERS)
    return { method: "editMessageReplyMarkup", params: left };
  const link_preview_options = { is_disabled: true };
  return {
    method: "editMessageText",
    params: { ...left, text: marked, entities, link_preview_options },
  };
}
