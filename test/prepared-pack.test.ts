import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPreparedPacks, readPrepared, writePrepared } from "../src/prepared-pack.ts";
import { loadPack } from "../src/knowledge/load.ts";
import { learn } from "../src/understanding/learned.ts";
import { PACK_DIRECTORY, pack as real } from "./quanmeiti-pack.ts";

const DIGEST_LENGTH = 64;
const TITLE = real.meta.title;

let room = "";
let pack = "";
let bundle = "";
let file = "";
let kept: Buffer;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), "wenkao-prepared-"));
  bundle = pathToFileURL(join(room, "server.js")).href;
  pack = join(room, "notice");
  file = join(room, "packs", "notice.pack");
  await cp(PACK_DIRECTORY, pack, { recursive: true });
  await writeFile(join(room, "server.sources"), "made of these");
  await createPreparedPacks(bundle).keep(pack);
  kept = await readFile(file);
});
beforeEach(async () => {
  await cp(PACK_DIRECTORY, pack, { recursive: true });
  await writeFile(join(room, "server.sources"), "made of these");
  await writeFile(file, kept);
});
afterAll(() => rm(room, { recursive: true }));

/** Changes the kept title, which no file of the pack says, so that it shows what was read. */
async function markKept(): Promise<void> {
  const { pack: own, learned } = readPrepared(kept.subarray(DIGEST_LENGTH));
  const marked = { learned, pack: { ...own, meta: { ...own.meta, title: "kept" } } };
  await writeFile(file, Buffer.concat([kept.subarray(0, DIGEST_LENGTH), writePrepared(marked)]));
}
const titleNow = async () => (await createPreparedPacks(bundle).open(pack)).pack.meta.title;

test("a kept pack is the pack, and what was learned from it", async () => {
  const own = loadPack(PACK_DIRECTORY);
  const fresh = { pack: { ...own, answers: new Map(own.answers) }, learned: learn(own) };
  const opened = await createPreparedPacks(bundle).open(pack);
  expect(isDeepStrictEqual(opened, fresh)).toBe(true); // its weights are millions, which toEqual would show one by one
  expect(await readdir(join(room, "packs"))).toEqual(["notice.pack"]);
});

test("it is read instead of the files for as long as these are the same", async () => {
  await markKept();
  expect(await titleNow()).toBe("kept");
  await appendFile(join(pack, "answers", "fee.yaml"), "# a comment\n");
  expect(await titleNow()).toBe(TITLE);
});

test("it is read by the very bundle that kept it", async () => {
  await markKept();
  await writeFile(join(room, "server.sources"), "made of others");
  expect(await titleNow()).toBe(TITLE);
});

test("without a bundle a pack is opened all the same, and not kept", async () => {
  const packs = createPreparedPacks(pathToFileURL(join(room, "elsewhere", "main.ts")).href);
  expect((await packs.open(pack)).pack.meta.title).toBe(TITLE);
  await expect(packs.keep(pack)).rejects.toThrow("npm run build");
});

test("a pack with faults is not kept, and its faults are told", async () => {
  await writeFile(join(pack, "desk.yaml"), "phone: 1\n");
  await expect(createPreparedPacks(bundle).keep(pack)).rejects.toThrow("desk.yaml:1:");
  await expect(createPreparedPacks(bundle).open(pack)).rejects.toThrow("desk.yaml:1:");
});
