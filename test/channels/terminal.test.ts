import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Ended, ended, jsonLines, makeRoom, run, start } from "../wenkao-process.ts";

const MESSAGES = ["三级多少钱", "资格自测", "#3", "#9", "", "20岁", "修改", "#2"];
const today = ["--today", "2026-05-20"];

const turnSchema = z.strictObject({
  in: z.string(),
  event: z.string(),
  state: z.string(),
  replies: z.array(
    z.strictObject({
      text: z.string(),
      topic: z.string(),
      kind: z.string(),
      answer: z.string(),
      choices: z.array(z.strictObject({ id: z.string(), label: z.string() })),
      links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
      sources: z.array(z.string()),
    }),
  ),
});
const looseTurns = z.array(
  z.object({
    in: z.string(),
    state: z.string(),
    replies: z.array(z.object({ answer: z.string(), text: z.string() })),
  }),
);

let room: Awaited<ReturnType<typeof makeRoom>>;

describe("chat --json from a pipe", () => {
  let chat: Ended;
  let turns: z.infer<typeof looseTurns>;
  beforeAll(async () => {
    room = await makeRoom();
    chat = await run(["chat", "--json", ...today], room.path, `${MESSAGES.join("\n")}\n`);
    turns = looseTurns.parse(jsonLines(chat.stdout));
  });
  afterAll(() => room.remove());

  test("answers each line with one line, ends with 0 and says nothing else", () => {
    expect(turns.map((turn) => turn.in)).toEqual(MESSAGES);
    expect(chat).toMatchObject({ code: 0, stderr: "" });
  });

  test("has the keys that others rely on, and no other", () => {
    expect(z.array(turnSchema).safeParse(jsonLines(chat.stdout)).error).toBeUndefined();
  });

  test("goes through the real dialog", () => {
    expect(turns.map(({ state }) => state)).toEqual([
      "menu",
      ...Array.from({ length: 5 }, () => "eligibility.asking"),
      "changing",
      "eligibility.asking",
    ]);
    expect(turns[0]?.replies[0]?.text).toContain("500");
  });

  test("takes #3 for the third choice offered last, also two turns later, and #9 for none", () => {
    const answers = turns.map(({ replies }) => replies.map(({ answer }) => answer));
    expect(answers[2]).toEqual(["question.occupation"]);
    expect(answers[3]).toEqual(["dialog.unknown_choice", "question.occupation"]);
    expect(answers[4]).toEqual(["dialog.empty", "question.occupation"]);
    expect(answers[7]).toEqual(["question.age"]); // the second thing told
  });

  test("keeps nothing: no folder is left, and the next conversation is a fresh one", async () => {
    expect(await room.left()).toEqual([]);
    const next = await run(["chat", "--json", ...today], room.path, "修改");
    expect(looseTurns.parse(jsonLines(next.stdout))[0]?.replies[0]?.answer).toBe(
      "dialog.nothing_to_change",
    );
  });
});

describe("chat from a pipe", () => {
  beforeEach(async () => void (room = await makeRoom()));
  afterEach(() => room.remove());

  test("says nothing before the first message, and answers each before the next", async () => {
    const child = start(["chat", ...today], room.path);
    let heard = "";
    child.stdout.on("data", (chunk: Buffer) => void (heard += chunk.toString()));
    const end = ended(child);
    const lines = createInterface(child.stdout);
    child.stdin.write("三级多少钱\n");
    await once(lines, "line");
    child.stdin.write("资格自测\n");
    await untilHeard(() => heard.includes("#1 "));
    child.stdin.end("#2");
    const { code, stderr, stdout } = await end;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n\n")[0]).toMatch(/500元[^]*二\(四\)2/u);
    expect(stdout).toMatch(/#1 四级[^]*#2 三级[^]*#4 返回[^]*22个相关职业[^]*#1 /u);
  });

  test("without any message says nothing and ends with 0", async () => {
    expect(await run(["chat", ...today], room.path)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("leaves nothing behind and no stack when its reader goes away", async () => {
    const child = start(["chat", "--json", ...today], room.path);
    child.stdin.on("error", () => {});
    const first = once(child.stdout, "data");
    child.stdin.write("四级多少钱\n");
    await first;
    child.stdout.destroy();
    const exit = once(child, "exit");
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => void (stderr += chunk.toString()));
    child.stdin.end("四级多少钱\n".repeat(2000));
    await exit;
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(await room.left()).toEqual([]);
  });

  test("leaves nothing behind when it is told to stop", async () => {
    const child = start(["chat", "--json", ...today], room.path);
    const exit = once(child, "exit");
    const first = once(child.stdout, "data");
    child.stdin.write("四级自测\n");
    await first;
    child.kill("SIGTERM");
    await exit;
    expect(await room.left()).toEqual([]);
  });
});

async function untilHeard(heard: () => boolean): Promise<void> {
  while (!heard()) await new Promise((resolve) => void setTimeout(resolve, 20));
}
