import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRoom, run } from "../wenkao-process.ts";

let room: Awaited<ReturnType<typeof makeRoom>>;
beforeAll(async () => void (room = await makeRoom()));
afterAll(() => room.remove());

describe("a command line that makes no sense ends with 2, says why on standard error alone", () => {
  test.each([
    [[], /usage: wenkao <command>/u],
    [["dance"], /"dance"[^]*usage: wenkao <command>/u],
    [["chat", "extra"], /"extra"[^]*usage: /u],
    [["chat", "--today", "2026-13-01"], /--today 2026-13-01 .*YYYY-MM-DD/u],
    [["chat", "--today", "2026-02-30"], /--today 2026-02-30 .*YYYY-MM-DD/u],
    [["understand", "--now", "2026-05-20"], /--now 2026-05-20 .*YYYY-MM-DDTHH:MM/u],
    [["chat", "--loud"], /--loud/u],
    [["unanswered", "--month", "2026-13"], /--month 2026-13 .*YYYY-MM/u],
    [["diff", "content"], /two packs[^]*usage: /u],
  ])("%j", async (args, why) => {
    const { code, stdout, stderr } = await run(args, room.path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(why);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});

test("--help shows every command on standard output and ends with 0", async () => {
  const { code, stdout, stderr } = await run(["--help"], room.path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const command of [
    "serve",
    "chat",
    "understand",
    "evaluate",
    "assess",
    "check",
    "prepare",
    "diff",
    "unanswered",
    "backup, restore",
  ])
    expect(stdout).toContain(command);
});
