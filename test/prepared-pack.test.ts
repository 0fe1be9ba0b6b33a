import { createHash } from "node:crypto";
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type PreparedPack,
  createPreparedPacks,
  readPrepared,
  writePrepared,
} from "../src/prepared-pack.ts";
import { Entries } from "../src/knowledge/entries.ts";
import { loadPack } from "../src/knowledge/load.ts";
import { learn } from "../src/understanding/learned.ts";
import { PACK_DIRECTORY, pack as real } from "./quanmeiti-pack.ts";

const HEAD_LENGTH = 128;
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

/** Keeps something else in its place, digest and all. */
async function keepInstead(prepared: PreparedPack): Promise<void> {
  const bytes = writePrepared(prepared);
  const digest = createHash("sha256").update(bytes).digest("hex");
  await writeFile(file, Buffer.concat([kept.subarray(0, 64), Buffer.from(digest), bytes]));
}
/** Changes the kept title, which no file of the pack says, so that it shows what was read. */
async function markKept(): Promise<void> {
  const { pack: own, learned } = readPrepared(kept.subarray(HEAD_LENGTH));
  await keepInstead({ learned, pack: { ...own, meta: { ...own.meta, title: "kept" } } });
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

test.each([
  ["cut short", () => kept.subarray(0, kept.length / 2)],
  ["empty", () => Buffer.alloc(0)],
  ["damaged by a bit", () => withBitFlipped(kept)],
])("a kept pack that was %s is prepared anew", async (_, damaged) => {
  await writeFile(file, damaged());
  const opened = await createPreparedPacks(bundle).open(pack);
  expect(opened.pack.answers).toBeInstanceOf(Entries); // as files are read
});

function withBitFlipped(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(bytes.length - 1000) ^ 1, bytes.length - 1000);
  return damaged;
}

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
