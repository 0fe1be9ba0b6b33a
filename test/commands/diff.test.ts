import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { type Ended, makeRoom, run } from "../wenkao-process.ts";

let room: Awaited<ReturnType<typeof makeRoom>>;
beforeAll(async () => void (room = await makeRoom()));
afterAll(() => room.remove());

type Edit = readonly [file: string, from: string, to: string];

/** Copies the real pack, makes the edits and compares the two. */
async function diffAfter(name: string, edits: readonly Edit[]): Promise<Ended> {
  const pack = join(room.path, name);
  await cp(PACK_DIRECTORY, pack, { recursive: true });
  for (const [file, from, to] of edits) {
    const path = join(pack, file);
    const before = await readFile(path, "utf8");
    expect(before).toContain(from);
    await writeFile(path, before.replaceAll(from, to));
  }
  return run(["diff", PACK_DIRECTORY, pack], room.path);
}

const TOTAL = /^此修改使 ([\d,]+) 种情况中的 ([\d,]+) 种结论改变$/u;

function counts(stdout: string): { cases: number; changed: number } {
  const [, cases = "", changed = ""] = TOTAL.exec(stdout.split("\n")[0] ?? "") ?? [];
  const [one, other] = [cases, changed].map((figure) => Number(figure.replaceAll(",", "")));
  return { cases: one ?? NaN, changed: other ?? NaN };
}

const SIX_YEARS: readonly Edit[] = [
  ["eligibility.yaml", "work: { years: 5,", "work: { years: 6,"],
  [
    "interview.yaml",
    "{ id: under_5, label: 不满5年, months: [0, 59]",
    "{ id: under_6, label: 不满6年, months: [0, 71]",
  ],
  [
    "interview.yaml",
    "{ id: from_5, label: 满5年，不满10年, months: [60, 119]",
    "{ id: from_6, label: 满6年，不满10年, months: [72, 119]",
  ],
];

describe("diff", () => {
  test("says that nothing moves where only words were changed, and ends with 0", async () => {
    const { code, stdout, stderr } = await diffAfter("words", [
      ["wording.yaml", "greeting: 您好", "greeting: 你好"],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(counts(stdout).changed).toBe(0);
    expect(counts(stdout).cases).toBeGreaterThan(2000);
  });

  test("shows whom six years in place of five shut out, and ends with 1", async () => {
    const { code, stdout, stderr } = await diffAfter("six", SIX_YEARS);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const { cases, changed } = counts(stdout);
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(cases);
    expect(stdout).toMatch(/^四级：符合 → 目前不符合，\d+ 种$/mu);
    expect(stdout).toMatch(/工作年限 5年，.*（附件1 四级\(1\)）$/mu);
    expect(stdout).toMatch(/另有 [\d,]+ 种情况结论不变/u);
    expect(stdout).not.toMatch(/^三级：/mu);
    expect(stdout).not.toMatch(/→ 符合/u);
    expectExamples(stdout);
  });

  test("shows whom a school that was dropped leaves without a way", async () => {
    const { code, stdout } = await diffAfter("school", [
      ["eligibility.yaml", "中等职业学校, 专科, 本科", "专科, 本科"],
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^四级：符合 → 目前不符合/mu);
    expect(stdout).toMatch(/学历 中专、职高.*（附件1 四级\(3\)）$/mu);
    expect(stdout).not.toMatch(/学历 (?:大专、高职|本科)，/u);
  });

  test("sees a major that is moved to another list, by its name", async () => {
    const { code, stdout } = await diffAfter("major", [
      ["majors.yaml", "  - { name: 新闻学,", "  - { name: 新闻传播学类,"],
      ["majors.yaml", "similar:\n", "similar:\n  - { name: 新闻学, like: 电子商务 }\n"],
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^四级：目前不符合 → 需要请协会确认/mu);
    expect(stdout).toMatch(/专业 新闻学.*四级\(3\)/u);
  });

  test("sees that a condition may be met for certain now", async () => {
    const { code, stdout } = await diffAfter("capped", [
      ["eligibility.yaml", "    at_best: unsure # A2\n", ""],
      ["eligibility.yaml", "    because: 通知没有“经评估论证”的名单，只能由协会确认\n", ""],
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^三级：需要请协会确认 → 符合，\d[\d,]* 种$/mu);
    expect(stdout).toContain("（附件1 三级(6)）");
  });

  test("tells the faults of a pack on standard error, and ends with 2", async () => {
    const { code, stdout, stderr } = await diffAfter("broken", [
      ["wording.yaml", "unknown_option: 不清楚\n", ""],
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/broken\/wording\.yaml:\d+:\d+ .*unknown_option/u);
  });
});

/** Under each move its examples, five at most. */
function expectExamples(stdout: string): void {
  const moves = stdout.split(/^(?=\S)/mu).filter((part) => part.includes(" → "));
  expect(moves.length).toBeGreaterThan(1);
  for (const move of moves) {
    const [heading = "", ...examples] = move.trimEnd().split("\n");
    const count = Number(/，([\d,]+) 种$/u.exec(heading)?.[1]?.replace(",", ""));
    expect(examples).toHaveLength(Math.min(count, 5));
    for (const example of examples) expect(example).toMatch(/^ {2}例：年龄 .+（.+）$/u);
  }
}
