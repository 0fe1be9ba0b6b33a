import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { fuzzAll } from "./fuzzing.ts";

/**
 * `npm run fuzz`: more than 100,000 inputs, or with `--quick` some 8,000; fails on a 5xx or a throw. The
 * heap is measured after the collector has run: before, half way and at the end.
 */
const quick = process.argv.includes("--quick");
const round = quick ? { route: 200, parser: 300 } : { route: 3000, parser: 3500 };

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
/** In MB. */
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};
/** MB that the second half may add: code is compiled in the first. */
const MOST_GROWN = 20;

const start = performance.now();
const heaps = [heap()];
let inputs = 0;
for (let half = 0; half < 2; half++) {
  inputs += await fuzzAll(round, (name, runs) => {
    if (!quick) console.log(`${name.padEnd(28)}${String(runs).padStart(7)}`);
  });
  heaps.push(heap());
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
const told = heaps.map((each) => `${each.toFixed(1)} MB`).join(", ");
console.log(
  `${inputs} inputs, no 5xx and no throw, ${seconds} s; heap before, half way, at the end: ${told}`,
);
const [, half = NaN, end = NaN] = heaps;
if (!(end - half < MOST_GROWN))
  throw new Error("the heap grows with the inputs; see the figures above");
