import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { topicOf } from "../../src/knowledge/schemas/answers.ts";
import { type Outcome, reliability } from "./reliability.ts";

/**
 * `npm run bench:understanding`: the pack's own examples by cross-validation, each fold of each engine
 * in a process of its own. An example is harder than a message: editors write no two alike.
 */
const FOLDS = 4;
const ENGINES = ["wenkao", "nlpjs", "minisearch"];
/** So many messages are answered when each engine leaves out those it is least sure of. */
const ANSWERED = 0.7;
const CURVE = fileURLToPath(new URL("../../docs/reliability.svg", import.meta.url));

console.log(
  `${"".padEnd(12)}${["answer right", "topic right", `topic wrong, ${ANSWERED * 100}% answered`].map((head) => head.padStart(28)).join("")}`,
);
for (const engine of ENGINES) {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) outcomes.push(...(await runFold(engine, fold)));
  const surest = outcomes
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, Math.round(outcomes.length * ANSWERED));
  const cells = [
    share(outcomes, ({ label, guessed }) => label === guessed),
    share(outcomes, sameTopic),
    share(surest, (one) => !sameTopic(one)),
  ];
  console.log(engine.padEnd(12) + cells.map((cell) => cell.padStart(28)).join(""));
  if (engine === "wenkao") writeFileSync(CURVE, reliability(outcomes));
}

async function runFold(engine: string, fold: number): Promise<Outcome[]> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      fileURLToPath(new URL("fold.ts", import.meta.url)),
      engine,
      `${fold}`,
      `${FOLDS}`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = await text(child.stdout);
  return lines
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Outcome);
}

function sameTopic({ label, guessed }: Outcome): boolean {
  return topicOf(label) === topicOf(guessed);
}

function share(outcomes: readonly Outcome[], holds: (one: Outcome) => boolean): string {
  return `${((outcomes.filter(holds).length / outcomes.length) * 100).toFixed(1)}%`;
}
