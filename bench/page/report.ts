import type { Examined } from "./axe.ts";
import type { Audited } from "./lighthouse.ts";
import { CPU_SLOWDOWN, RUNS, type Slow, type SlowTimes } from "./slow.ts";
import type { FileSize, Wire } from "./wire.ts";

export interface Report {
  readonly wire: Wire;
  readonly slow: readonly Slow[];
  readonly examined: readonly Examined[];
  readonly audited: readonly Audited[];
  /** Hosts other than our own that were asked for something. */
  readonly strangers: readonly string[];
}

/** Bytes of script and style, in the encoding that the browser takes. */
const LIMIT = 45_000;

/** What must not be. Times are none of it: they are the machine's as much as the page's. */
export function faultsIn({ wire, slow, examined, audited, strangers }: Report): string[] {
  const whole = sum([...wire.first, ...wire.later, ...wire.inTelegram], "gzip");
  return [
    ...(whole > LIMIT ? [`${whole} B of script and style are more than ${LIMIT} B`] : []),
    ...slow
      .filter(({ worst }) => worst.shift > 0)
      .map(({ profile, worst }) => `${profile.name}: the layout shifts by ${worst.shift}`),
    ...strangers.map((host) => `${host} was asked for something`),
    ...examined.flatMap(({ view, violations }) => violations.map((what) => `${view}: ${what}`)),
    ...audited
      .filter(({ accessibility, bestPractices }) => Math.min(accessibility, bestPractices) < 100)
      .map(({ path, failed }) => `Lighthouse on ${path}: ${failed.join(", ")}`),
  ];
}

/** For people; the figures in columns. */
export function printReport(report: Report, faults: readonly string[]): void {
  printWire(report.wire, report.strangers);
  printSlow(report.slow);
  printExamined(report.examined);
  printAudited(report.audited);
  print(faults.length === 0 ? "no faults" : "faults");
  for (const fault of faults) print(`  ${fault}`);
}

function printWire(
  { document, first, later, inTelegram, receipt }: Wire,
  strangers: readonly string[],
): void {
  const row = (name: string, { brotli, gzip }: Omit<FileSize, "path">, limit = ""): void =>
    print(name, String(brotli), String(gzip), limit);
  const rows = (files: readonly FileSize[]): void => {
    for (const file of files) row(`  ${file.path}`, file);
  };
  const both = (files: readonly FileSize[]) => {
    return { brotli: sum(files, "brotli"), gzip: sum(files, "gzip") };
  };
  print("bytes over the wire", "brotli", "gzip", "limit");
  rows(first);
  row("script and style, first view", both(first), String(LIMIT));
  rows(later);
  row("with what is loaded later", both([...first, ...later]), String(LIMIT));
  rows(inTelegram);
  row("with what Telegram has loaded", both([...first, ...later, ...inTelegram]), String(LIMIT));
  row("the document beside them", document);
  rows(receipt);
  row("script and style of /r", both(receipt), String(LIMIT));
  print("other hosts asked", strangers.join(" ") || "none");
  print("");
}

const TIMES: Readonly<Record<keyof SlowTimes, readonly [what: string, goal: string]>> = {
  firstPaint: ["first contentful paint", ""],
  largestPaint: ["largest contentful paint", ""],
  usable: ["greeting there, composer takes a message", "< 1000"],
  answer: ["tap on 费用 → its answer", ""],
  linked: ["link /?ask=fee → its answer", ""],
  shift: ["cumulative layout shift", "0"],
};

function printSlow(slow: readonly Slow[]): void {
  for (const { profile, median, worst } of slow) {
    const { name, latency, down, up } = profile;
    print(`${name}: ${latency} ms a request, ${down} kbit/s down, ${up} up, CPU ${CPU_SLOWDOWN}×`);
    print(`ms, ${RUNS} fresh profiles`, "median", "worst", "goal");
    for (const key of Object.keys(TIMES) as (keyof SlowTimes)[]) {
      const [what, goal] = TIMES[key];
      const figure = (value: number): string => value.toFixed(key === "shift" ? 4 : 0);
      print(`  ${what}`, figure(median[key]), figure(worst[key]), goal);
    }
    print("");
  }
  print(
    "The delay is added to each request; opening a connection to loopback costs nothing. See docs/page.md.",
  );
  print("");
}

function printExamined(examined: readonly Examined[]): void {
  print("axe, light and dark, 390 and 320 px", "found");
  for (const { view, violations } of examined) print(`  ${view}`, String(violations.length));
  print("");
}

function printAudited(audited: readonly Audited[]): void {
  print("Lighthouse", "access.", "practices", "FCP ms", "LCP ms", "TBT ms", "CLS");
  for (const { path, accessibility, bestPractices, reckoned } of audited) {
    const { firstPaint, largestPaint, blocked, shift } = reckoned;
    const times = [firstPaint, largestPaint, blocked].map((time) => time.toFixed(0));
    print(`  ${path}`, String(accessibility), String(bestPractices), ...times, shift.toFixed(3));
  }
  print("");
}

function sum(files: readonly FileSize[], encoding: "brotli" | "gzip"): number {
  return files.reduce((total, file) => total + file[encoding], 0);
}

function print(first: string, ...figures: readonly string[]): void {
  const cells = figures.map((figure) => figure.padStart(10));
  process.stdout.write(`${`${first.padEnd(46)}${cells.join("")}`.trimEnd()}\n`);
}
