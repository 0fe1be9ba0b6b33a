import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";

/** Whether an answer is allowed. */
type Allows = (id: string) => boolean;

/** What words bring about in a text that has none of `unless`. */
interface Rule {
  readonly words: readonly string[];
  readonly unless: readonly string[];
  readonly allows: Allows;
}

/**
 * Which answers a text may get at all, however alike their examples are: a word that decides the topic rules the
 * others out, and what is said to have happened rules out the answers to the opposite of it.
 */
export function createDeciding({ vocabulary, answers }: Pack): (text: string) => Allows {
  const decides = ({ words, topic, instead_of: others }: (typeof vocabulary.deciding)[number]) => ({
    words,
    unless: [],
    allows: (id: string): boolean => {
      const topics: string[] = [topicOf(id), ...(answers.get(id)?.also ?? [])];
      return topics.includes(topic) || !others.some((other) => other === topics[0]);
    },
  });
  const rules: readonly Rule[] = [
    ...vocabulary.deciding.map(decides),
    ...vocabulary.ruling_out.map(({ words, unless, answers: ruledOut }) => ({
      words,
      unless,
      allows: (id: string) => !ruledOut.includes(id),
    })),
  ];
  const find = createFind(rules);
  return (text) => {
    const found = find(text).filter(({ unless }) => !unless.some((word) => text.includes(word)));
    if (found.length === 0) return () => true;
    return (id) => found.every(({ allows }) => allows(id));
  };
}

/** The rules whose words a text has; by first characters, as few of many words begin as the text's own do. */
function createFind(rules: readonly Rule[]): (text: string) => Rule[] {
  const byFirst = new Map<number, [word: string, rule: Rule][]>();
  for (const rule of rules)
    for (const word of rule.words) {
      const first = word.charCodeAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), [word, rule]]);
    }
  return (text) => {
    const found: Rule[] = [];
    for (let at = 0; at < text.length; at++) {
      const words = byFirst.get(text.charCodeAt(at));
      if (!words) continue;
      for (const [word, rule] of words)
        if (!found.includes(rule) && text.startsWith(word, at)) found.push(rule);
    }
    return found;
  };
}
