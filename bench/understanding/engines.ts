import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import MiniSearch from "minisearch";
import type { Pack } from "../../src/knowledge/pack.ts";
import { classifyAnswers, learnAnswers } from "../../src/understanding/learned-answers.ts";
import { learnSpelling } from "../../src/understanding/learned-spelling.ts";
import { createNormaliser } from "../../src/understanding/normalise.ts";

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

interface Guessed {
  readonly label: string;
  /** Whatever the engine calls it; only its order counts. */
  readonly confidence: number;
}

/** Learns from examples, and then says which answer a text asks for. */
export type Engine = (examples: readonly Labelled[]) => Promise<(text: string) => Promise<Guessed>>;

const NOTHING: Guessed = { label: "", confidence: 0 };

export function wenkao(pack: Pack): Engine {
  return async (examples) => {
    const normalise = createNormaliser(pack.vocabulary, learnSpelling(pack));
    const { classify } = classifyAnswers(pack, learnAnswers(pack, examples));
    return async (text) => classify(normalise(text)).guesses[0] ?? NOTHING;
  };
}

/** NLP.js with its Chinese tokens and its neural network, as its documentation sets it up. */
export const nlpjs: Engine = async (examples) => {
  const { dockStart } = await import("@nlpjs/basic");
  const { LangZh } = await import("@nlpjs/lang-zh");
  const dock = await dockStart({ settings: { nlp: { languages: ["zh"] } }, use: ["Basic"] });
  const nlp = dock.get("nlp");
  nlp.container.use(LangZh);
  nlp.settings.autoSave = false;
  nlp.addLanguage("zh");
  for (const { text, label } of examples) nlp.addDocument("zh", text, label);
  const log = console.log;
  console.log = () => undefined; // it tells of each epoch on standard output
  await nlp.train();
  console.log = log;
  return async (text) => {
    const { intent, score } = await nlp.process("zh", text);
    return { label: intent === "None" ? "" : intent, confidence: score };
  };
};

/** MiniSearch over words by jieba and single characters; the best document's answer. */
export const minisearch: Engine = async (examples) => {
  const jieba = Jieba.withDict(dict);
  const tokenize = (text: string): string[] => [
    ...jieba.cutForSearch(text, true),
    ...Array.from(text),
  ];
  const index = new MiniSearch<Labelled & { id: number }>({
    fields: ["text"],
    storeFields: ["label"],
    tokenize,
  });
  index.addAll(examples.map((one, id) => ({ ...one, id })));
  return async (text) => {
    const [best] = index.search(text, { tokenize, combineWith: "OR" });
    return best ? { label: String(best["label"]), confidence: best.score } : NOTHING;
  };
};
