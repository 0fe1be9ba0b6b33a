import { existsSync } from "node:fs";
import { cp, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUNDLE } from "../../src/bundle.mjs";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { jsonLines, makeRoom, run } from "../wenkao-process.ts";

let room: Awaited<ReturnType<typeof makeRoom>>;
let pack = "";
let kept: URL;
beforeAll(async () => {
  room = await makeRoom();
  pack = join(room.path, basename(room.path)); // a name that no other pack has
  kept = new URL(`packs/${basename(pack)}.pack`, BUNDLE);
  await cp(PACK_DIRECTORY, pack, { recursive: true });
});
afterAll(async () => {
  await rm(kept, { force: true });
  await room.remove();
});

test("prepare keeps a pack, of which an assistant then answers as before", async () => {
  const ask = () =>
    run(["chat", "--json", "--pack", pack, "--today", "2026-05-20"], room.path, "四级多少钱\n");
  const before = await ask();
  expect(existsSync(kept)).toBe(false);
  const prepared = await run(["prepare", "--pack", pack], room.path);
  expect(prepared).toEqual({ code: 0, stdout: "ok\n", stderr: "" });
  expect(existsSync(kept)).toBe(true);
  expect(jsonLines(before.stdout)).toMatchObject([{ replies: [{ topic: "fee" }] }]);
  expect(await ask()).toEqual(before);
});

test("prepare tells the faults of a pack, without a stack, and ends with 1", async () => {
  await writeFile(join(pack, "desk.yaml"), "phone: 1\n");
  const { code, stdout, stderr } = await run(["prepare", "--pack", pack], room.path);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(`${join(pack, "desk.yaml")}:1:`);
  expect(stderr).not.toMatch(/\n\s+at /u);
});
