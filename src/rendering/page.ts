import { fill } from "../knowledge/placeholders.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { PageWord } from "../knowledge/schemas/page.ts";
import type { PageData } from "../page-data.ts";
import { menuChoices } from "./chat.ts";
import { factValues } from "./scene.ts";

/** What a pack has for the page; the language is the channel's to name. */
export function pageOf(pack: Pack): Omit<PageData, "language" | "opening"> {
  const values = factValues(pack);
  const words = Object.entries(pack.page).map(([word, text]) => [word, fill(text, values)]);
  const [official] = Object.values(pack.links);
  return {
    words: Object.fromEntries(words) as Record<PageWord, string>,
    topics: menuChoices(pack),
    official: official && { label: official.label, url: official.url },
  };
}
