import { z } from "zod";

/** In the order in which Telegram lists them. */
export const COMMANDS = [
  "start",
  "eligibility",
  "fee",
  "timetable",
  "conduct",
  "register",
  "menu",
  "back",
  "forget",
] as const;
export type Command = (typeof COMMANDS)[number];

/** What is said to what is no text, and to who taps another's button. */
const NOTICES = [
  "picture",
  "voice",
  "file",
  "sticker",
  "contact",
  "location",
  "other",
  "edited",
  "not_yours",
] as const;
export type Notice = (typeof NOTICES)[number];

/** Characters that Telegram takes: BotCommand, setMyDescription, setMyShortDescription, answerCallbackQuery. */
const MOST = { command: 256, description: 512, short_description: 120, notice: 200 } as const;

const upTo = (most: number) => z.string().min(1).max(most);
const each = <K extends string>(names: readonly K[], most: number) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, upTo(most)])) as Record<K, z.ZodString>,
  );

/** What the bot says on Telegram beside the dialog: how it introduces itself, and kind words. */
export const telegramSchema = z.strictObject({
  description: upTo(MOST.description),
  short_description: upTo(MOST.short_description),
  /** The button that opens the page. */
  mini_app: upTo(MOST.short_description),
  commands: each(COMMANDS, MOST.command),
  notices: each(NOTICES, MOST.notice),
});
export type TelegramWords = z.infer<typeof telegramSchema>;
