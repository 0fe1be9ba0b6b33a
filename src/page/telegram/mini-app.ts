import type { Launch } from "./launch.ts";
import type { Theme } from "./theme.ts";

/**
 * The page as Telegram shows it: in its colours, and up to date with the chat. What that takes is loaded for it
 * alone; where it does not come, or there is no Telegram around, the page looks as ever and works.
 * @param shown whenever it is looked at again, as the chat may have gone on meanwhile
 */
export function enterMiniApp({ theme = "{}" }: Launch, shown: () => void): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") shown();
  });
  const [themes, client] = [import("./theme.ts"), import("./client.ts")];
  const painted = themes.then(({ paint }) => paint(JSON.parse(theme) as Theme));
  const connected = client.then(async ({ connect }) => connect((await themes).paint, shown));
  void Promise.allSettled([painted, connected]);
}
