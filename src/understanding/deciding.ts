import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";

/**
 * Which answers a text may get at all: a word that decides the topic rules the others out, however
 * alike their examples are.
 */
export function createDeciding({
  vocabulary,
  answers,
}: Pack): (text: string) => (id: string) => boolean {
  return (text) => {
    const rules = vocabulary.deciding.filter(({ words }) =>
      words.some((word) => text.includes(word)),
    );
    if (rules.length === 0) return () => true;
    return (id) => {
      const topics: string[] = [topicOf(id), ...(answers.get(id)?.also ?? [])];
      return rules.every(
        ({ topic, instead_of: others }) =>
          topics.includes(topic) || !others.some((other) => other === topics[0]),
      );
    };
  };
}
