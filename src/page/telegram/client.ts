import { on, postEvent } from "@tma.js/bridge";
import type { Theme } from "./theme.ts";

/**
 * Tells Telegram's client around the page what it waits for, and hears what it tells.
 * @throws where there is none
 */
export function connect(paint: (theme: Theme) => void, shown: () => void): void {
  on("theme_changed", ({ theme_params: theme }) => paint(theme));
  on("visibility_changed", ({ is_visible: isVisible }) => isVisible && shown());
  postEvent("web_app_ready");
  postEvent("web_app_expand");
  postEvent("web_app_request_theme"); // what the page was launched with may be older than a reload
  postEvent("web_app_set_header_color", { color_key: "secondary_bg_color" }); // as of our header
  postEvent("web_app_setup_swipe_behavior", { allow_vertical_swipe: false }); // it is how one reads back
}
