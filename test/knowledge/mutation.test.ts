import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { type Damage, KINDS, type Path, damagesOf, grouped } from "./damage.ts";
import { DamagedPack, VERDICTS, type Verdict, documentOf } from "./damaged-pack.ts";

const SEED = 2026;
/** Of each kind of damage at each kind of place one is done, in answers/ in one file out of so many. */
const ANSWERS = 4;
/** So many where all keys of a file at one depth are names and so a single kind of place, and of months. */
const MANY = 5;
const NAMED_AT: Readonly<Record<string, number>> = {
  "clauses.yaml": 0,
  "facts.yaml": 0,
  "links.yaml": 0,
  "wording.yaml": 0,
  "page.yaml": 0,
  "vocabulary.yaml": 1,
};

const PROOFS: readonly Verdict[] = [
  "harmless: the pack is the same",
  "harmless: free wording",
  "caught by the notice's facts",
];

interface Outcome {
  readonly file: string;
  readonly damage: Damage;
  readonly verdict: Verdict;
}

const folder = mkdtempSync(join(tmpdir(), "wenkao-damaged-"));
const outcomes: Outcome[] = [];
const yamlIn = (path: string): string[] =>
  readdirSync(join(PACK_DIRECTORY, path))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(path, name))
    .toSorted();
const files = [...yamlIn("."), ...yamlIn("answers")];

beforeAll(() => {
  const pack = new DamagedPack(join(folder, "damaged.yaml"));
  for (const file of files) {
    const document = documentOf(file);
    for (const damage of sampleOf(damagesOf(document, pick), file)) {
      const undo = damage.apply();
      outcomes.push({ file, damage, verdict: pack.judge(file, document, damage) });
      undo();
    }
  }
}, 1_200_000); // thousands of packs are read
afterAll(() => rmSync(folder, { recursive: true }));

let state = SEED;
/** A number below `below`, the same ones for the same seed (mulberry32). */
function pick(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  const mixed = Math.imul(state ^ (state >>> 15), state | 1);
  const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
  return Math.floor((((more ^ (more >>> 14)) >>> 0) / 2 ** 32) * below);
}

function sampleOf(damages: readonly Damage[], file: string): Damage[] {
  const place = (path: Path): string =>
    path
      .map((key, depth) => (typeof key === "number" || depth === NAMED_AT[file] ? "*" : key))
      .join("/");
  const kinds = grouped(damages, ({ kind, at }) => [kind, ...at.map(place)].join());
  const few = file.startsWith("answers");
  return [...kinds.values()].flatMap((alike) => {
    if (few && pick(ANSWERS) > 0) return [];
    const from = pick(alike.length);
    const many = file in NAMED_AT || alike[from]?.kind === "drop a month";
    return [...alike.slice(from), ...alike.slice(0, from)].slice(0, many ? MANY : 1);
  });
}

function told(...verdicts: Verdict[]): string[] {
  return outcomes
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ file, damage: { kind, what } }) => `${file}: ${kind}, ${what}`);
}

describe("the real pack, damaged", () => {
  it("more than a thousand times, in every file and in every way", () => {
    expect(outcomes.length).toBeGreaterThan(1_000);
    const most = (of: (outcome: Outcome) => string, name: string): number =>
      outcomes.filter((outcome) => of(outcome) === name).length;
    for (const file of files.filter((name) => !name.includes("announcements")))
      expect([file, most((one) => one.file, file) >= 8]).toEqual([file, true]);
    for (const kind of KINDS)
      expect([kind, most((one) => one.damage.kind, kind) >= 3]).toEqual([kind, true]);
  });

  it("is refused with its file named wherever it is refused", () => {
    expect(told("refused, but its file is not named")).toEqual([]);
  });

  it("is refused for what is damaged alone where a value is none of its kind", () => {
    expect(told("refused, with more than its own faults")).toEqual([]);
  });

  it("is refused, harmless by proof, caught by the notice's facts, or for readers alone", () => {
    expect(told("survived")).toEqual([]);
    const counts = VERDICTS.map((verdict) => [verdict, told(verdict).length] as const);
    const said = counts.map(([verdict, count]) => `${count} ${verdict}`);
    process.stdout.write(`${outcomes.length} damaged packs: ${said.join(", ")}\n`);
    const free = told("harmless: free wording").length; // however many words the editors write
    const share = Object.fromEntries(
      counts.map(([name, count]) => [name, count / (outcomes.length - free)]),
    );
    expect(share["refused"]).toBeGreaterThan(0.75);
    expect(share["survived: for readers"]).toBeLessThan(0.13);
    for (const proof of PROOFS) expect([proof, told(proof).length > 20]).toEqual([proof, true]);
  });
});
