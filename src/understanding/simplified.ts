import { Converter, Locale } from "opencc-js/t2cn";
import { CODES } from "./whole-numbers.ts";

/** What stands for each traditional sign or phrase, by the dictionaries that Converter goes by. */
const DICTIONARIES = Locale.to["cn"]?.flat() ?? [];
/** From here on there are other forms of signs too, which the converter settles first. */
const FORMS = 0xd800;

/**
 * A text in simplified characters. Most are already, which is told by their signs alone: the converter
 * is made for the first that may not be.
 */
export function createSimplified(): (text: string) => string {
  const mayChange = new Uint8Array(CODES).fill(1, FORMS);
  for (const dictionary of DICTIONARIES)
    for (const [source, replacement] of entriesOf(dictionary))
      if (source !== replacement) mayChange[source.charCodeAt(0)] = 1;
  let convert: ((text: string) => string) | undefined;
  return (text) => {
    for (let at = 0; at < text.length; at++)
      if (mayChange[text.charCodeAt(at)] === 1)
        return (convert ??= Converter({ from: "t", to: "cn" }))(text);
    return text;
  };
}

/** In opencc-js a dictionary is a list of pairs, or `source replacement` between bars. */
function entriesOf(
  dictionary: (typeof DICTIONARIES)[number],
): readonly (readonly [source: string, replacement: string])[] {
  if (typeof dictionary !== "string") return dictionary;
  return dictionary.split("|").map((entry) => {
    const [source = "", replacement = ""] = entry.split(" ");
    return [source, replacement];
  });
}
