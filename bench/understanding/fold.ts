import { fileURLToPath } from "node:url";
import { loadPack } from "../../src/knowledge/load.ts";
import { type Engine, type Labelled, minisearch, nlpjs, wenkao } from "./engines.ts";

/** One fold of one engine in a process of its own: `fold.ts ENGINE FOLD FOLDS`, a JSON line a message out. */
const [name = "", fold = "0", folds = "4"] = process.argv.slice(2);
const pack = loadPack(fileURLToPath(new URL("../../content/quanmeiti-2026", import.meta.url)));
const engines: Readonly<Record<string, Engine>> = { wenkao: wenkao(pack), nlpjs, minisearch };

const examples: Labelled[] = [...pack.answers.values()].flatMap(({ id, title, examples: own }) =>
  [title, ...own].map((text) => ({ text, label: id })),
);
const isHeld = (_: Labelled, at: number): boolean => at % Number(folds) === Number(fold);
const train = engines[name];
if (!train) throw new Error(`fold: no engine ${name}; name one of ${Object.keys(engines).join()}`);

const start = performance.now();
const guess = await train(examples.filter((one, at) => !isHeld(one, at)));
process.stderr.write(`${name} ${fold}: trained in ${Math.round(performance.now() - start)} ms\n`);
for (const { text, label } of examples.filter(isHeld)) {
  const { label: guessed, confidence } = await guess(text);
  process.stdout.write(`${JSON.stringify({ label, guessed, confidence })}\n`);
}
