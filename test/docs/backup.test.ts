import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { startCluster, type RedisCluster } from "../redis-cluster.ts";
import { startRedis, type RedisServer } from "../redis-server.ts";
import { pending } from "../store/contract.ts";
import { serversAt } from "../store/redis-servers.ts";
import { backupOf, linesOf, script, type Settings } from "./backups.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const logger = pino({ level: "silent" });

let root = "";
let redis: RedisServer;
let cluster: RedisCluster;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "wenkao-backup-"));
  [redis, cluster] = await Promise.all([startRedis(), startCluster()]);
});
afterAll(async () => {
  await Promise.all([redis.remove(), cluster.remove(), rm(root, { recursive: true })]);
});

const STORES: Record<string, () => Settings> = {
  embedded: () => ({ DATA_DIR: join(root, "data") }),
  Redis: () => ({ REDIS_URL: redis.url, SECRET }),
  "Redis cluster": () => ({ REDIS_URL: cluster.nodes[0]?.url ?? "", REDIS_CLUSTER: "1", SECRET }),
};

async function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(
    {
      REDIS_URL: settings["REDIS_URL"],
      REDIS_CLUSTER: settings["REDIS_CLUSTER"] === "1",
      REDIS_REPLICAS: 0,
      DATA_DIR: settings["DATA_DIR"] ?? "",
    },
    logger,
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function empty(settings: Settings): Promise<void> {
  await rm(join(root, "data"), { recursive: true, force: true });
  if (settings["REDIS_URL"] === undefined) return;
  const servers = serversAt([redis, ...cluster.nodes].map(({ url }) => url));
  await servers.empty();
  servers.close();
}

/** Two turns of each of many conversations. */
async function fill(store: Store): Promise<void> {
  for (let index = 0; index < 60; index += 1) {
    const id = `telegram:${index}`;
    for (const message of ["1", "2"]) {
      const { revision } = pending(await store.load(id, message));
      const saved = { state: `${id} 态 ${message}`, message, record: `record\n${message}` };
      expect(await store.save(id, revision, saved)).toBe(true);
    }
  }
}

async function expectFilled(store: Store): Promise<void> {
  for (let index = 0; index < 60; index += 1) {
    const id = `telegram:${index}`;
    expect(await store.last(id)).toEqual({ state: `${id} 态 2`, record: "record\n2" });
    expect(await store.load(id, "1")).toEqual({ answered: "record\n1" });
  }
}

describe.each(Object.entries(STORES))("%s store", (_, settingsOf) => {
  test("is backed up while it is open, and restored when all is lost", async () => {
    const settings = settingsOf();
    await empty(settings);
    const backup = await withStore(settings, async (store) => {
      await fill(store);
      return script("backup.sh", settings, join(root, "backups"));
    });
    expect((await stat(backup)).mode & 0o077).toBe(0);
    await empty(settings);
    await script("restore.sh", settings, backup);
    await withStore(settings, async (store) => {
      await expectFilled(store);
      const { revision } = pending(await store.load("telegram:0", "3"));
      expect(await store.save("telegram:0", "from before", turn("3"))).toBe(false);
      expect(await store.save("telegram:0", revision, turn("3"))).toBe(true);
      await store.erase("telegram:0");
      expect(await store.load("telegram:0", "1")).toEqual({ revision: undefined });
    });
  });

  test("takes what another store gave, and what has expired stays away", async () => {
    const settings = settingsOf();
    await empty(settings);
    const line = (id: string, left: number, ...records: number[]) => ({
      conversation: id.padEnd(43, "_"),
      state: id,
      message: "1".padEnd(43, "_"),
      expires: Date.now() + left,
      records: records.map((ms, index) => ({
        message: `${index + 1}`.padEnd(43, "_"),
        record: "r",
        expires: Date.now() + ms,
      })),
    });
    const lines = [
      line("old", -1, -1),
      line("young", 60_000, -1, 50_000),
      line("silent", 60_000),
      { conversations: 3 },
    ];
    await script("restore.sh", settings, await backupOf(root, lines));
    const again = await script("backup.sh", settings, join(root, "again"));
    const kept = await linesOf(again);
    expect(kept.at(-1)).toEqual({ conversations: 2 });
    const [silent, young] = kept.slice(0, -1).toSorted((a, b) => (a.state < b.state ? -1 : 1));
    expect(silent).toMatchObject({ state: "silent", records: [] });
    expect(young).toMatchObject({ state: "young", records: [{ message: "2".padEnd(43, "_") }] });
    expect(Math.abs((young?.expires ?? 0) - Date.now() - 60_000)).toBeLessThan(20_000);
  });
});

describe("a backup", () => {
  const settings = () => STORES["embedded"]?.() ?? {};

  test("of the embedded store has the secret with it", async () => {
    await empty(settings());
    const data = settings()["DATA_DIR"] ?? "";
    await withStore(settings(), fill);
    await writeFile(join(data, "secret"), `${SECRET}\n`);
    const backup = await script("backup.sh", settings(), join(root, "secret"));
    await rm(data, { recursive: true });
    await script("restore.sh", settings(), backup);
    expect(await readFile(join(data, "secret"), "utf8")).toBe(`${SECRET}\n`);
    expect((await stat(join(data, "secret"))).mode & 0o077).toBe(0);
  });

  test("goes from the embedded store to Redis", async () => {
    await empty(settings());
    const toRedis = STORES["Redis"]?.() ?? {};
    await empty(toRedis);
    await withStore(settings(), fill);
    const backup = await script("backup.sh", settings(), join(root, "moving"));
    await script("restore.sh", toRedis, backup);
    await withStore(toRedis, expectFilled);
  });

  test("only the newest are kept", async () => {
    const folder = join(root, "kept");
    await mkdir(folder);
    for (const day of ["01", "02", "03"]) await mkdir(join(folder, `wenkao-202601${day}T000000Z`));
    const newest = await script("backup.sh", { ...settings(), KEEP: "2" }, folder);
    expect((await readdir(folder)).toSorted()).toEqual([
      "wenkao-20260103T000000Z",
      newest.slice(folder.length + 1),
    ]);
  });

  test.each([
    ["that ends too early", ["{}"].slice(1), /line 1: its end is missing.*To do: restore another/],
    ["with a damaged line", ["nonsense"], /line 1: it is no conversation.*To do: restore another/],
    ["with a foreign line", ['{"state":1}'], /line 1: it is no conversation/],
  ])("%s is refused", async (_, lines, fault) => {
    const backup = await backupOf(root, lines);
    await expect(script("restore.sh", settings(), backup)).rejects.toThrow(fault);
  });

  test("of a Redis that is away fails, and leaves nothing behind", async () => {
    const folder = join(root, "away");
    const away = { REDIS_URL: "redis://127.0.0.1:1", SECRET };
    await expect(script("backup.sh", away, folder)).rejects.toThrow(/ECONNREFUSED.*To do: start/);
    expect(await readdir(folder)).toEqual([]);
  });
});

const turn = (message: string) => ({ state: message, message, record: message });
