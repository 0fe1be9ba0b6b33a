import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLmdbStore } from "../../src/store/lmdb.ts";
import { makeRoom, run } from "../wenkao-process.ts";

let room: Awaited<ReturnType<typeof makeRoom>>;
beforeAll(async () => {
  room = await makeRoom();
  const store = openLmdbStore({ path: join(room.path, ".data", "store") });
  await store.count("2026-05", ["silent fee.invoice", "offered fee.paid", "unsure dialog.unsure"]);
  await store.count("2026-05", ["silent retake.fee", "of another version"]);
  await store.count("2026-05", ["silent retake.fee"]);
  await store.count("2026-06", ["outside out_of_scope.subsidy"]);
  await store.close();
});
afterAll(() => room.remove());

test("shows a month, by why and the most frequent first, with the titles that editors know", async () => {
  const { code, stdout, stderr } = await run(["unanswered", "--month", "2026-05"], room.path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.replaceAll(/ +/gu, " ").trim().split("\n")).toEqual([
    "2026-05",
    "",
    "silent (3)",
    expect.stringMatching(/^ 2 retake\.fee \S/u),
    expect.stringMatching(/^ 1 fee\.invoice \S/u),
    "",
    "unsure (1)",
    " 1 dialog.unsure",
    "",
    "offered (1)",
    expect.stringMatching(/^ 1 fee\.paid \S/u),
  ]);
});

test("is this month's without --month, and JSON lines with --json", async () => {
  const { stdout } = await run(["unanswered", "--json", "--today", "2026-06-20"], room.path);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    {
      month: "2026-06",
      reason: "outside",
      topic: "out_of_scope",
      answer: "out_of_scope.subsidy",
      count: 1,
    },
  ]);
});

test("says so when nothing was counted", async () => {
  const { code, stdout } = await run(["unanswered", "--month", "2025-01"], room.path);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "2025-01\nnothing was counted\n" });
});
