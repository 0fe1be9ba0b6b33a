import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import { type Word, createFindWords } from "./words.ts";

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

/** The rules whose words a text has. */
function createFind(rules: readonly Rule[]): (text: string) => Rule[] {
  const findWords = createFindWords(
    rules.flatMap((rule) => rule.words.map((word): Word<Rule> => [word, rule])),
  );
  return (text) => {
    const found: Rule[] = [];
    findWords(text, (rule) => {
      if (!found.includes(rule)) found.push(rule);
    });
    return found;
  };
}
