import { strangers } from "./placeholders.ts";
import { type Check, each } from "./report.ts";

/** Only facts are put into the words for Telegram. */
export const checkTelegram: Check = (pack, { telegram: { must } }) => {
  const { commands, notices, ...words } = pack.telegram;
  const names = (section: readonly string[], texts: Readonly<Record<string, string>>): void =>
    each(Object.keys(texts), [], (word) => {
      for (const name of strangers(texts[word] ?? "", (fact) => fact in pack.facts))
        must(
          false,
          [...section, word],
          `${word}: nothing is put in place of ${name}`,
          "use a fact of facts.yaml, or write it out",
        );
    });
  names([], words);
  names(["commands"], commands);
  names(["notices"], notices);
};
