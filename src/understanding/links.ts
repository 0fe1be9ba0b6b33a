import type { Pack } from "../knowledge/pack.ts";

/** With or without its scheme; it begins where a word does, so that each is tried once. */
const LINK =
  /(?<![\w.@-])(?:https?:\/\/)?([a-z][\w.-]*\.[a-z]{2,})(?::\d+)?(?:[/?#][\u0021-\u007e]*)?/giu;
const WORD = /\p{Script=Han}/u;

/**
 * Takes links out of a message that says something besides: what they lead to cannot be seen. One that the pack's
 * examples ask about stays, and so does one that is all there is.
 */
export function createLinkRemover({ answers }: Pack): (text: string) => string {
  const known = new Set<string>();
  for (const { examples } of answers.values())
    for (const example of examples)
      for (const [, host = ""] of example.matchAll(LINK)) known.add(host.toLowerCase());
  return (text) => {
    if (!text.includes(".")) return text;
    const rest = text.replaceAll(LINK, (link, host: string) =>
      known.has(host.toLowerCase()) ? link : " ",
    );
    return WORD.test(rest) ? rest : text;
  };
}
