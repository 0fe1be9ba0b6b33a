import { Converter, Locale } from "opencc-js/t2cn";
import { CODES, pairOf } from "./whole-numbers.ts";

/** What stands for each traditional sign or phrase, by the dictionaries that Converter goes by. */
const DICTIONARIES = Locale.to["cn"]?.flat() ?? [];
/** From here on there are other forms of signs too, which the converter settles first. */
const FORMS = 0xd800;

/** What a sign tells of a text: nothing, that it may be the first of a phrase to change, that it is to be changed itself. */
const [SETTLED, BEGINS, CHANGES] = [0, 1, 2];

/**
 * A text in simplified characters. Most are already, which is told by their signs, and by pairs of them where
 * one like 一 begins a phrase (一目瞭然): the converter is made for the first text that may not be.
 */
export function createSimplified(): (text: string) => string {
  const told = new Uint8Array(CODES).fill(CHANGES, FORMS);
  const beginnings = new Set<number>();
  for (const dictionary of DICTIONARIES)
    for (const [source, replacement] of entriesOf(dictionary)) {
      const first = source.charCodeAt(0);
      if (source === replacement) continue;
      if (source.length === 1) told[first] = CHANGES;
      else if (told[first] === SETTLED) told[first] = BEGINS;
      if (source.length > 1) beginnings.add(pairOf(first, source.charCodeAt(1)));
    }
  const mayChange = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (told[code] === SETTLED) continue;
      if (told[code] === CHANGES || beginnings.has(pairOf(code, text.charCodeAt(at + 1))))
        return true;
    }
    return false;
  };
  let convert: ((text: string) => string) | undefined;
  return (text) =>
    mayChange(text) ? (convert ??= Converter({ from: "t", to: "cn" }))(text) : text;
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
