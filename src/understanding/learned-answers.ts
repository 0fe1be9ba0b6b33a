import type { Pack } from "../knowledge/pack.ts";
import { type Answer, topicOf } from "../knowledge/schemas/answers.ts";
import { type Classifier, createClassifier } from "./classifier.ts";
import { createFeatures } from "./features.ts";
import { type LearnedExamples, learnExamples } from "./learning.ts";
import { type Normalise, createFillerRemover, createPlain } from "./normalise.ts";
import { createCore } from "./own-names.ts";

/** What the pack's examples teach, or those that are handed over: texts with the ids of their answers. */
export function learnAnswers(
  pack: Pack,
  texts: Iterable<{ readonly text: string; readonly label: string }> = examplesOf(pack.answers),
): LearnedExamples {
  const { normalise, features, coreOf } = measuresOf(pack);
  const examples = Array.from(texts, ({ text, label }) => {
    const groups = groupsOf(pack.answers.get(label));
    return { text: normalise(text), label, topic: topicOf(label), groups };
  });
  return learnExamples(examples, features, coreOf);
}

/** @param learned with this very pack */
export function classifyAnswers(pack: Pack, learned: LearnedExamples): Classifier {
  const { features, coreOf } = measuresOf(pack);
  return createClassifier(learned, features, coreOf);
}

/** What texts are compared by. */
function measuresOf(pack: Pack) {
  const { vocabulary } = pack;
  const [plain, withoutFillers] = [createPlain(vocabulary), createFillerRemover(vocabulary)];
  const normalise: Normalise = (text) => withoutFillers(plain(text));
  return {
    normalise,
    features: createFeatures(vocabulary.synonyms, normalise),
    coreOf: createCore(pack, normalise),
  };
}

/**
 * Acts are told apart by their rule, which is what was done, and by their tier, which is how it went on: 叫我收我没收 is
 * the same of a phone, a book and a seat. Other answers are told apart by their kind.
 */
function groupsOf(answer: Answer | undefined): string[] {
  const { kind, rule, tier } = answer ?? {};
  return rule === undefined && tier === undefined ? [`${kind}`, `${kind}`] : [`${rule}`, `${tier}`];
}

function examplesOf(answers: Pack["answers"]) {
  return [...answers.values()].flatMap(({ id, title, examples }) =>
    [title, ...examples].map((text) => ({ text, label: id })),
  );
}
