import { type Colour, isDark, legible, readColour, writeColour } from "./colour.ts";

/** Telegram's colours by its names for them, such as `bg_color`; any may be missing. */
export type Theme = Readonly<Record<string, unknown>>;

/** What a verdict is told with is of our own colours, made legible on Telegram's. */
const OURS = ["--met", "--unsure", "--unmet"] as const;

/**
 * Gives the page Telegram's colours, made legible where they are not: its hints seldom are.
 * A theme without a background leaves everything as it is.
 */
export function paint(theme: Theme): void {
  const colour = (...names: string[]): Colour | undefined => {
    const found = names.map((name) => theme[name]).find((one) => typeof one === "string");
    return readColour(found);
  };
  const back = colour("bg_color");
  if (!back) return;
  const ground = colour("secondary_bg_color") ?? back;
  const paper = colour("section_bg_color") ?? back;
  const button = colour("button_color");
  const onButton = colour("button_text_color") ?? readColour("#fff");
  const brand = button && onButton && legible(button, onButton);
  const ink = (found: Colour | undefined) => found && legible(found, paper, ground);
  followDark(isDark(back));
  put("--ground", ground);
  put("--paper", paper);
  put("--ink", ink(colour("text_color")));
  put("--quiet", ink(colour("hint_color", "subtitle_text_color")));
  put("--link", ink(colour("link_color")));
  put("--accent", ink(colour("accent_text_color", "link_color")));
  for (const name of ["--brand", "--mine"]) put(name, brand);
  for (const name of ["--brand-ink", "--mine-ink"]) put(name, brand && onButton);
  for (const name of OURS) put(name, undefined);
  for (const name of OURS) put(name, ink(readColour(valueOf(name))));
}

/** Without a colour the style sheet's own counts. */
function put(name: string, colour: Colour | undefined): void {
  if (colour) document.body.style.setProperty(name, writeColour(colour));
  else document.body.style.removeProperty(name);
}

function valueOf(name: string): string {
  return getComputedStyle(document.body).getPropertyValue(name);
}

let darkRules: readonly CSSMediaRule[] | undefined;

/** All that the styles say of a dark system counts by Telegram's background in place of the system's. */
function followDark(dark: boolean): void {
  darkRules ??= Array.from(document.styleSheets, ({ cssRules }) => Array.from(cssRules))
    .flat()
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
    .filter(({ media }) => media.mediaText.includes("prefers-color-scheme: dark"));
  for (const { media } of darkRules) media.mediaText = dark ? "all" : "not all";
}
