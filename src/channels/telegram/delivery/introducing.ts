import type { IntakeParts } from "./intake.ts";

/** What people see of the bot before they write to it. */
export interface Introduction {
  /** In the order of the list that opens at `/`. */
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  /** Shown in an empty chat, at most 512 characters. */
  readonly description: string;
  /** Shown in the bot's profile, at most 120 characters. */
  readonly short_description: string;
  /** The button beside the input opens the page; without one it lists the commands. */
  readonly mini_app: { readonly text: string; readonly url: string } | undefined;
}

/** How often each call is made. */
const TRIES = 3;

/** Tells Telegram how the bot introduces itself. The bot talks as well without it, so that a failure is logged and left. */
export async function introduce(
  { bot, persist, signal, logger }: IntakeParts,
  { commands, description, short_description, mini_app: app }: Introduction,
): Promise<void> {
  const menu_button = app
    ? { type: "web_app", text: app.text, web_app: { url: app.url } }
    : { type: "commands" };
  const calls = [
    ["setMyCommands", { commands }],
    ["setMyDescription", { description }],
    ["setMyShortDescription", { short_description }],
    ["setChatMenuButton", { menu_button }],
  ] as const;
  for (const [method, params] of calls) {
    if (signal.aborted) return;
    try {
      await persist(() => bot.call(method, params, signal), TRIES);
    } catch (error) {
      if (signal.aborted) return;
      logger.warn({ err: error }, "telegram: the bot does not introduce itself in full");
    }
  }
}
