import { placeholders, strangers } from "./placeholders.ts";
import { type Check, each } from "./report.ts";
import { PHRASES, type Phrase } from "./schemas/wording.ts";

/** A phrase uses all the words that code puts into it, and beside them only facts. */
export const checkWording: Check = (pack, { wording: { must } }) => {
  const params = (key: Phrase): readonly string[] => PHRASES[key];
  each(
    Object.keys(PHRASES) as Phrase[],
    [],
    (key) => {
      const known = (name: string): boolean => params(key).includes(name) || name in pack.facts;
      for (const name of strangers(pack.wording[key], known))
        must(
          false,
          [key],
          `${key}: nothing is put in place of ${name}`,
          "use the names that stood here, or a fact of facts.yaml",
        );
    },
    (key) => {
      for (const name of params(key))
        must(
          placeholders(pack.wording[key]).includes(name),
          [key],
          `${key}: {${name}} is missing`,
          "put it back into the sentence",
        );
    },
  );
};
