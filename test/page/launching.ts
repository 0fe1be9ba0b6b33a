import { sign } from "@tma.js/init-data-node";
import type { BrowserContext, Page } from "playwright-core";
import { TOKEN } from "../telegram-api.ts";

/** Telegram's colours as its clients come with them: an iPhone by day, the desktop by night. */
export const DAY = {
  bg_color: "#ffffff",
  secondary_bg_color: "#efeff4",
  section_bg_color: "#ffffff",
  text_color: "#000000",
  hint_color: "#8e8e93",
  link_color: "#007aff",
  accent_text_color: "#007aff",
  button_color: "#007aff",
  button_text_color: "#ffffff",
};
export const NIGHT = {
  bg_color: "#17212b",
  secondary_bg_color: "#232e3c",
  section_bg_color: "#17212b",
  text_color: "#f5f5f5",
  hint_color: "#708499",
  link_color: "#6ab3f3",
  accent_text_color: "#6ab2f2",
  button_color: "#5288c1",
  button_text_color: "#ffffff",
};

interface Launching {
  /** Id of who opens it. */
  readonly user: number;
  readonly theme?: Readonly<Record<string, string>>;
  readonly minutesAgo?: number;
  /** The token of the bot that signs. */
  readonly by?: string;
}

/** What Telegram adds to the address of the page. */
export function launchOf({ user, theme = DAY, minutesAgo = 0, by = TOKEN }: Launching): string {
  const signed = new Date(Date.now() - minutesAgo * 60_000);
  const told = new URLSearchParams({
    tgWebAppData: sign({ user: { id: user, first_name: `Candidate ${user}` } }, by, signed),
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "ios",
    tgWebAppThemeParams: JSON.stringify(theme),
  });
  return `/#${told.toString()}`;
}

/** Has pages find a client of Telegram around them, as on a phone. */
export async function putIntoTelegram(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    "window.posted = []; window.TelegramWebviewProxy = { postEvent: (type, data) => void posted.push([type, data]) };",
  );
}

/** What the page has told the client, by type. */
export async function postedBy(page: Page): Promise<string[]> {
  const posted = await page.evaluate<[string, string][]>("window.posted");
  return posted.map(([type]) => type);
}

/** The client tells the page something. */
export function tell(page: Page, type: string, data: unknown): Promise<unknown> {
  return page.evaluate(
    `Telegram.WebView.receiveEvent(${JSON.stringify(type)}, ${JSON.stringify(data)})`,
  );
}
