import type { Pack } from "../knowledge/pack.ts";
import { createFindWords } from "./words.ts";

/** The own name of one school has no more words. */
const MOST_WORDS = 6;

/**
 * Takes the own names of schools out of a text, and leaves what kind of school it was: 上海外国语大学 is heard as 大学. Of what a
 * name is made of, nothing tells a major, a kind of education or what is asked.
 */
export function createSchoolNamesRemover({
  school_names: names,
}: Pack["vocabulary"]): (text: string) => string {
  /** By their last sign, the longest first. */
  const byEnd = new Map<string | undefined, string[]>();
  for (const word of names.words.toSorted((one, other) => other.length - one.length))
    byEnd.set(word.at(-1), [...(byEnd.get(word.at(-1)) ?? []), word]);
  const findKinds = createFindWords(names.kinds.map((kind) => [kind, kind]));
  const beginOf = (text: string, end: number): number => {
    let begin = end;
    for (let more = 0; more < MOST_WORDS; more++) {
      const word = byEnd.get(text[begin - 1])?.find((one) => text.endsWith(one, begin));
      if (word === undefined) break;
      begin -= word.length;
    }
    return begin;
  };
  return (text) => {
    let kept = "";
    let from = 0;
    findKinds(text, (kind, at) => {
      if (at < from || names.no_kinds.some((longer) => text.startsWith(longer, at))) return;
      kept += text.slice(from, Math.max(from, beginOf(text, at))) + kind;
      from = at + kind.length;
    });
    return from === 0 ? text : kept + text.slice(from);
  };
}
