import { attempt } from "../attempt.ts";
import { isFramed } from "../frame.ts";

/** How Telegram has opened the page as a Mini App. */
export interface Launch {
  /** Who has opened it, signed by Telegram; empty where it did not say so. */
  readonly initData: string;
  /** Telegram's colours, in JSON; after a reload there may be none. */
  readonly theme: string | undefined;
}

const KEY = "wenkao.launch";

/**
 * What stands after the `#`, or what this tab was opened with before a reload.
 * Another launch may be another account's: it begins with nothing of what the tab has kept.
 * @returns undefined where Telegram has nothing to do with it
 */
export function takeLaunch(): Launch | undefined {
  const told = new URLSearchParams(location.hash.slice(1));
  const isTold = told.has("tgWebAppVersion") || told.has("tgWebAppData");
  // a mere link must not bring whoever follows it into the conversation of the one who sent it
  if (!isInTelegram()) return isTold ? { initData: "", theme: undefined } : undefined;
  const before = attempt(() => sessionStorage.getItem(KEY)) ?? undefined;
  if (!isTold) return before === undefined ? undefined : { initData: before, theme: undefined };
  const initData = told.get("tgWebAppData") ?? "";
  if (initData !== before)
    attempt(() => {
      sessionStorage.clear();
      sessionStorage.setItem(KEY, initData);
    });
  return { initData, theme: told.get("tgWebAppThemeParams") ?? undefined };
}

function isInTelegram(): boolean {
  return "TelegramWebviewProxy" in window || isFramed();
}
