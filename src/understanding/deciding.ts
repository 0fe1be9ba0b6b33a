import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";

/** Whether an answer is allowed. */
type Allows = (id: string) => boolean;

/**
 * Which answers a text may get at all, however alike their examples are: a word that decides the topic rules the
 * others out, and what is said to have happened rules out the answers to the opposite of it.
 */
export function createDeciding({ vocabulary, answers }: Pack): (text: string) => Allows {
  const says = (text: string, words: readonly string[]): boolean =>
    words.some((word) => text.includes(word));
  const decides =
    ({ topic, instead_of: others }: Pack["vocabulary"]["deciding"][number]): Allows =>
    (id) => {
      const topics: string[] = [topicOf(id), ...(answers.get(id)?.also ?? [])];
      return topics.includes(topic) || !others.some((other) => other === topics[0]);
    };
  return (text) => {
    const rules = [
      ...vocabulary.deciding.filter(({ words }) => says(text, words)).map(decides),
      ...vocabulary.ruling_out
        .filter(({ words, unless }) => says(text, words) && !says(text, unless))
        .map(
          ({ answers: ruledOut }): Allows =>
            (id) =>
              !ruledOut.includes(id),
        ),
    ];
    return (id) => rules.every((allows) => allows(id));
  };
}
