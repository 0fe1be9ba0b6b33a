import { entryRemedy } from "./entries.ts";
import { type Check, each, eachAgain } from "./report.ts";
import type { Menu } from "./schemas/wording.ts";

/** Each button stands once, and one that does something does what its label typed would do. */
export const checkMenu: Check = (pack, { menu: { must } }) => {
  eachAgain(pack.menu, [], leadOf, (lead, path) =>
    must(false, path, `"${lead}" has a button already`, "remove one"),
  );
  each(pack.menu, [], (item, path) => {
    if ("ask" in item)
      must(
        pack.answers.has(item.ask),
        [...path, "ask"],
        `no answer "${item.ask}"`,
        entryRemedy(item.ask),
      );
    else
      must(
        pack.vocabulary.commands[item.do].includes(item.label),
        [...path, "label"],
        `"${item.label}" is no phrase of ${item.do}`,
        "use one of vocabulary.yaml, or add it there",
      );
  });
};

function leadOf(item: Menu[number]): string {
  return "ask" in item ? item.ask : item.do;
}
