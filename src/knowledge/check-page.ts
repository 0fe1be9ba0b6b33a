import { strangers } from "./placeholders.ts";
import { type Check, each } from "./report.ts";
import type { PageWord } from "./schemas/page.ts";

/** Only facts are put into the words of the page. */
export const checkPage: Check = (pack, { page: { must } }) =>
  each(Object.keys(pack.page) as PageWord[], [], (word) => {
    for (const name of strangers(pack.page[word], (fact) => fact in pack.facts))
      must(
        false,
        [word],
        `${word}: nothing is put in place of ${name}`,
        "use a fact of facts.yaml, or write it out",
      );
  });
