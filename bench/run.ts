import { fileURLToPath } from "node:url";
import { createAssess } from "../src/assess.ts";
import { loadPack } from "../src/knowledge/load.ts";
import { examine } from "../src/rules/eligibility.ts";
import { createFactReader } from "../src/rules/facts.ts";
import { createGuide } from "../src/rules/guide.ts";
import { createNames } from "../src/rules/names.ts";
import { situations } from "../src/rules/situations.ts";
import { type Drawn, FIRST_MESSAGES, TARGETS, drawCandidates } from "./candidates.ts";
import { profileOf } from "./profiles.ts";
import { type Counted, counted, remembering, walk } from "./questions.ts";
import { type Times, timed } from "./timing.ts";

const CANDIDATES = 10_000;
/** So many of them are timed. */
const TIMED = 200;

const pack = loadPack(fileURLToPath(new URL("../content/quanmeiti-2026", import.meta.url)));
const names = createNames(pack);
const guide = createGuide(pack, names, (find) => find);
const read = createFactReader(pack.interview, names);
const drawn = drawCandidates(pack.interview, CANDIDATES);

printTimes();
printQuestions();

function printTimes(): void {
  const some = drawn.slice(0, TIMED);
  const level = pack.projects.levels[0]?.id ?? "";
  const assess = createAssess(pack, names, () => "2026-05-20");
  const inputs = some.map(({ form }) => ({ facts: profileOf(form) }));
  const steps = some.flatMap((one) => walk({ ...one, told: {} }, guide.nextQuestion));
  const forms = some.map(({ form }) => form);
  print("µs", "median", "p95", "goal");
  const row = (what: string, { median, p95 }: Times, goal: string): void =>
    print(what, median.toFixed(1), p95.toFixed(1), goal);
  const verdict = timed(forms, (form) => examine(pack, level, read(form)).whole.low);
  row("facts → one verdict", verdict, "< 50");
  row("assess, both levels", timed(inputs, assess), "");
  row(
    "next question",
    timed(steps, (facts) => guide.nextQuestion({ ...facts })),
    "< 200",
  );
}

function printQuestions(): void {
  const next = remembering(guide.nextQuestion);
  const silent = drawn.map((one) => ({ ...one, told: {} }));
  const targets = Object.keys(TARGETS);
  const every: Drawn[] = situations([pack]).flatMap((form) =>
    targets.map((target) => ({ target, form, told: {} })),
  );
  print("");
  print("questions", "mean", "most", "form", "ratio", "blanks", "ratio");
  const row = (who: string, candidates: readonly Drawn[]): void =>
    printCounted(counted(who, candidates, next, pack.interview));
  row(`${every.length} situations`, every);
  row(`${CANDIDATES} by share`, silent);
  for (const target of targets)
    row(
      `  of them ${target}`,
      silent.filter((one) => one.target === target),
    );
  row(`${CANDIDATES} who tell first`, drawn);
  const talkers = drawn.filter(({ told }) => Object.keys(told).length > 0);
  row("  of them who told something", talkers);
  print("");
  print(`targets in a hundred: ${JSON.stringify(TARGETS)}`);
  print(`first messages in a hundred: ${JSON.stringify(FIRST_MESSAGES)}`);
}

function printCounted({ who, mean, most, form, blanks }: Counted): void {
  const figures = [
    mean.toFixed(2),
    String(most),
    form.toFixed(2),
    (mean / form).toFixed(2),
    String(blanks),
    (mean / blanks).toFixed(2),
  ];
  print(who, ...figures);
}

function print(first: string, ...figures: string[]): void {
  const cells = figures.map((figure) => figure.padStart(8));
  process.stdout.write(`${first.padEnd(28)}${cells.join("")}\n`);
}
