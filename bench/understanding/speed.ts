import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readPrepared, writePrepared } from "../../src/prepared-pack.ts";
import { loadPack } from "../../src/knowledge/load.ts";
import { learn } from "../../src/understanding/learned.ts";
import { createUnderstanding } from "../../src/understanding/understand.ts";
import { timed } from "../timing.ts";

/**
 * `npm run bench:speed`: what a start costs, in time and memory, and what a message costs that is asked in a
 * conversation that has only begun: the labelled messages of the tests, none of which is an example.
 */
const LABELLED = fileURLToPath(new URL("../../test/understanding/labelled/", import.meta.url));
const TODAY = "2026-05-20";

const DIRECTORY = fileURLToPath(new URL("../../content/quanmeiti-2026", import.meta.url));

const pack = loadPack(DIRECTORY);
const [begun, spent] = [performance.now(), process.cpuUsage()];
const learned = learn(pack);
const learning = performance.now() - begun;
/** The compiler's and the collector's threads too, but not what else the machine does. */
const { user, system } = process.cpuUsage(spent);
const kept = writePrepared({ pack, learned });

const memory = process.memoryUsage.rss();
const start = performance.now();
const read = readPrepared(kept);
const understand = createUnderstanding(read.pack, read.learned, () => "receipt_tampered");
const starting = performance.now() - start;
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
console.log(`at start, ms        ${starting.toFixed(0).padStart(6)}  goal < 500`);
console.log(`  memory more, MB   ${(grown / 1e6).toFixed(0).padStart(6)}  goal < 60`);
console.log(`learning, ms        ${learning.toFixed(0).padStart(6)}  once, by npm run build`);
console.log(`  processor, ms     ${((user + system) / 1000).toFixed(0).padStart(6)}`);
console.log(`a message, µs       ${median.toFixed(0).padStart(6)}  goal < 100 at the median`);
console.log(`  95 of 100 below   ${p95.toFixed(0).padStart(6)}`);
