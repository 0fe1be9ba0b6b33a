import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BUNDLE, isFresh } from "../../src/bundle.mjs";
import { createPreparedPacks } from "../../src/prepared-pack.ts";
import { createUnderstanding } from "../../src/understanding/understand.ts";
import { timed } from "../timing.ts";

/**
 * `npm run bench:speed`: what a start pays to understand, in time and memory, where the pack was kept; what a message costs that
 * is asked in a conversation that has only begun: the labelled messages of the tests, none of which is an example; and what
 * learning costs, which `npm run build` does once.
 */
const LABELLED = fileURLToPath(new URL("../../test/understanding/labelled/", import.meta.url));
const DIRECTORY = fileURLToPath(new URL("../../content/quanmeiti-2026", import.meta.url));
const TODAY = "2026-05-20";

if (!isFresh())
  throw new Error("bench:speed: no pack is kept for these sources; run npm run build first");
const memory = process.memoryUsage.rss();
const begun = performance.now();
const { pack, learned } = await createPreparedPacks(BUNDLE.href).open(DIRECTORY);
const understand = createUnderstanding(pack, learned, () => "receipt_tampered");
const starting = performance.now() - begun;
const grown = process.memoryUsage.rss() - memory;

const texts = readdirSync(LABELLED).flatMap((file) =>
  readFileSync(LABELLED + file, "utf8")
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
