import { readFileSync, readdirSync } from "node:fs";
import { createPreparedPacks } from "../../src/prepared-pack.ts";
import { createUnderstanding } from "../../src/understanding/understand.ts";
import { timed } from "../timing.ts";

/** What `speed.ts` bundles and runs: the bundle beside which the pack is kept, the pack, and the folder of the labelled messages. */
const [, , bundle = "", directory = "", labelled = ""] = process.argv;
const TODAY = "2026-05-20";

const memory = process.memoryUsage.rss();
const begun = performance.now();
const { pack, learned } = await createPreparedPacks(bundle).open(directory);
const understand = createUnderstanding(pack, learned, () => "receipt_tampered");
const starting = performance.now() - begun;
const grown = process.memoryUsage.rss() - memory;

const texts = readdirSync(labelled).flatMap((file) =>
  readFileSync(labelled + file, "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
/** Each once in a round, as nobody sends the same message ten times. */
const { median, p95 } = timed(
  texts,
  (text) => understand({ text }, { context: { facts: {} } }, TODAY),
  1,
);
/** Only now: `serve` never loads what learning needs. */
const { learn } = await import("../../src/understanding/learned.ts");
const [since, spent] = [performance.now(), process.cpuUsage()];
learn(pack);
const learning = performance.now() - since;
/** The compiler's and the collector's threads too, but not what else the machine does. */
const { user, system } = process.cpuUsage(spent);

console.log(`at start, ms        ${starting.toFixed(0).padStart(6)}  goal < 500`);
console.log(`  memory more, MB   ${(grown / 1e6).toFixed(0).padStart(6)}  goal < 60`);
console.log(`learning, ms        ${learning.toFixed(0).padStart(6)}  once, by npm run build`);
console.log(`  processor, ms     ${((user + system) / 1000).toFixed(0).padStart(6)}`);
console.log(`a message, µs       ${median.toFixed(0).padStart(6)}  goal < 100 at the median`);
console.log(`  95 of 100 below   ${p95.toFixed(0).padStart(6)}`);
