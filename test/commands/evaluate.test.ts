import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRoom, run } from "../wenkao-process.ts";

let room: Awaited<ReturnType<typeof makeRoom>>;
beforeAll(async () => {
  room = await makeRoom();
});
afterAll(() => room.remove());

function file(name: string, lines: readonly object[]): string {
  const path = join(room.path, name);
  writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  return path;
}

const LABELLED = [
  { id: 1, text: "三级多少钱", topic: "fee", kind: "computed", entities: { level: "三级" } },
  { id: 2, text: "补考费多少", topic: "retake", topics: ["retake", "fee"], answerable: "no" },
  {
    id: 3,
    text: "找人替考会怎么样",
    topic: "conduct",
    answerable: "yes",
    entities: { tier: "ban_2_or_5_years", rule: "四.4" },
  },
  { id: 4, text: "你好", topic: "fee", kind: "stated" },
  {
    id: 5,
    text: "那三级呢",
    topic: "fee",
    answerable: "yes",
    context: [{ role: "user", text: "四级多少钱" }],
  },
];

describe("evaluate", () => {
  test("prints rates, a confusion table and the misses, the confident wrong ones marked", async () => {
    const { stdout, code } = await run(
      ["evaluate", file("labelled.jsonl", LABELLED), "--today", "2026-05-20"],
      room.path,
      "",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^messages +5$/mu);
    expect(stdout).toMatch(/^topic right +80\.0% +4\/5$/mu);
    expect(stdout).toMatch(/^all of several topics +100\.0% +1\/1$/mu);
    expect(stdout).toMatch(/^kind right +80\.0% +4\/5$/mu);
    expect(stdout).toMatch(/^conduct: tier right +100\.0% +1\/1$/mu);
    expect(stdout).toMatch(/^conduct: rule right +100\.0% +1\/1$/mu);
    expect(stdout).toMatch(/^wrong answer +20\.0% +1\/5$/mu);
    expect(stdout).toMatch(/^fee +(?:\. +)?2/mu);
    expect(stdout).toMatch(/^! 4 {2}你好 {2}\| fee stated {2}→ out_of_scope\.greeting/mu);
  });

  test("names the line that is no labelled message, and what it lacks", async () => {
    const { stderr, code } = await run(
      ["evaluate", file("broken.jsonl", [{ id: 1, text: "三级多少钱" }])],
      room.path,
      "",
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken\.jsonl:1 is no labelled message/u);
    expect(stderr).toMatch(/topic/u);
  });

  test("names a file that is not there", async () => {
    const { stderr, code } = await run(["evaluate", join(room.path, "none.jsonl")], room.path, "");
    expect(code).toBe(1);
    expect(stderr).toMatch(/none\.jsonl/u);
  });
});
