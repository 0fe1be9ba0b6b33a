import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLmdbStore } from "../../src/store/lmdb.ts";
import { RECORD_TTL_MS, STATE_TTL_MS, StoreError } from "../../src/store/store.ts";
import { storeContract } from "./contract.ts";

let root = "";
let made = 0;
const freshPath = () => join(root, `store ${(made += 1)}`, "a.b");
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), "wenkao-store-"))));
afterAll(() => rm(root, { recursive: true }));

let clock = Date.UTC(2026, 3, 1);
storeContract("lmdb", {
  open: async () => openLmdbStore({ path: freshPath(), now: () => clock }),
  pass: (milliseconds) => void (clock += milliseconds),
  tolerance: 1,
});

const turn = (message: string, text = message) => ({ state: text, message, record: text });

describe("durability", () => {
  test("survives close and reopen", async () => {
    const path = freshPath();
    const before = openLmdbStore({ path });
    await before.save("c", undefined, turn("1"));
    await before.close();
    const after = openLmdbStore({ path });
    expect(await after.last("c")).toEqual({ state: "1", record: "1" });
    await after.close();
  });

  test("close() waits for the writes in hand", async () => {
    const path = freshPath();
    const before = openLmdbStore({ path });
    const writes = Array.from({ length: 500 }, (_, id) =>
      before.save(`${id}`, undefined, turn("1")),
    );
    await before.close();
    expect(await Promise.all(writes)).not.toContain(false);
    const after = openLmdbStore({ path });
    expect(await after.last("499")).toEqual({ state: "1", record: "1" });
    await after.close();
  });

  test("a closed store says so", async () => {
    const store = openLmdbStore({ path: freshPath() });
    await store.close();
    await expect(store.load("c", "1")).rejects.toThrow(StoreError);
    await expect(store.save("c", undefined, turn("1"))).rejects.toThrow(/closed/);
  });

  test(
    "kill -9 while writing loses nothing that was acknowledged",
    { timeout: 60_000 },
    async () => {
      const path = freshPath();
      for (const lines of [40, 120]) {
        await rm(path, { recursive: true, force: true });
        const acknowledged = await writeAndKill(path, lines);
        const store = openLmdbStore({ path });
        for (const number of acknowledged) {
          const answered = "x".repeat(number % 5000);
          expect(await store.load(`c${number % 7}`, `${number}`)).toEqual({ answered });
        }
        await store.save("after", undefined, turn("1"));
        await store.close();
      }
    },
  );
});

describe("faults", () => {
  test(
    "a full disk refuses the turn, keeps the others and serves later",
    { timeout: 60_000 },
    async () => {
      const path = freshPath();
      const limited = `ulimit -f 4000 && exec "$0" --import tsx "$1" "$2"`;
      const report = await reportOf("sh", [
        "-c",
        limited,
        process.execPath,
        child("fill-disk"),
        path,
      ]);
      expect(report).toEqual({
        fault: expect.stringMatching(
          /^embedded store at .*a\.b: cannot save: (EFBIG|EIO), .*To do: .*(limit|space)/s,
        ),
        hasCause: true,
        refused: ["rejected", "rejected", "rejected"],
        half: {},
        lost: 0,
        later: true,
      });
    },
  );

  test("a directory that may not be written is named at open", { timeout: 60_000 }, async () => {
    const parent = join(root, "forbidden");
    await mkdir(parent);
    await chmod(parent, 0o500);
    await chmod(root, 0o755);
    const path = join(parent, "store");
    const report = await reportOf(process.execPath, [
      "--import",
      "tsx",
      child("open-forbidden"),
      path,
    ]);
    expect(report).toEqual({
      name: "StoreError",
      message: expect.stringMatching(/forbidden.store: cannot open: EACCES, .*To do: .*DATA_DIR/s),
      hasCause: true,
    });
  });

  test("a path that leads through a file is named at open", async () => {
    const file = join(root, "file");
    await writeFile(file, "");
    expect(() => openLmdbStore({ path: join(file, "store") })).toThrow(
      /cannot open: ENOTDIR.*To do/s,
    );
  });

  test("a file that is no database is named instead of crashing the process", async () => {
    const path = freshPath();
    await mkdir(path, { recursive: true });
    await writeFile(join(path, "data.mdb"), "not a database ".repeat(2000));
    expect(() => openLmdbStore({ path })).toThrow(/cannot open: MDB_INVALID.*To do/s);
  });

  test("the directory is for its user alone", async () => {
    const path = freshPath();
    const store = openLmdbStore({ path });
    expect((await stat(path)).mode & 0o077).toBe(0);
    await store.close();
  });
});

describe("sweep", () => {
  test("deletes what has expired and nothing else", async () => {
    let time = 0;
    const store = openLmdbStore({ path: freshPath(), now: () => time });
    const save = (id: string) => store.save(id, undefined, turn("1"));
    await Promise.all(Array.from({ length: 150 }, (_, id) => save(`old ${id}`)));
    time += STATE_TTL_MS - RECORD_TTL_MS;
    await save("young");
    expect(await store.sweep()).toBe(150);
    time += RECORD_TTL_MS;
    expect(await store.sweep()).toBe(151);
    expect(await store.sweep()).toBe(0);
    expect(await store.last("young")).toEqual({ state: "1" });
    await store.close();
  });

  test("runs at start", async () => {
    const path = freshPath();
    const before = openLmdbStore({ path, now: () => 0 });
    await before.save("c", undefined, turn("1"));
    await before.close();
    const swept = openLmdbStore({ path, now: () => STATE_TTL_MS });
    await swept.close();
    const after = openLmdbStore({ path, now: () => 0 });
    expect(await after.last("c")).toEqual({});
    await after.close();
  });
});

function child(name: string): string {
  return fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
}

async function reportOf(command: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(command, args);
  return JSON.parse(stdout);
}

/** Kills the writer after so many lines. @returns the numbers that it had printed by then */
async function writeAndKill(path: string, lines: number): Promise<number[]> {
  const writer = spawn(process.execPath, ["--import", "tsx", child("write-until-killed"), path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(writer, "exit");
  const numbers: number[] = [];
  for await (const line of createInterface(writer.stdout)) {
    numbers.push(Number(line));
    if (numbers.length === lines) writer.kill("SIGKILL");
  }
  expect(await exited).toEqual([null, "SIGKILL"]);
  return numbers;
}
