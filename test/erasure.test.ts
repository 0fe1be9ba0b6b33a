import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { open } from "lmdb";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { forgettingLimit } from "../src/limits/forgetting.ts";
import { type Limits, openLimits } from "../src/limits/open.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { candidate as talker, useServing } from "./commands/serving.ts";
import { AT, assistant } from "./quanmeiti-assistant.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const serve = useServing();
const FORGET = ["删除我的记录", "确定"];

let folder = "";
let redis: RedisServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenkao-erasure-"));
  redis = await startRedis();
});
afterEach(async () => {
  await redis.remove();
  await rm(folder, { recursive: true });
});

async function opened(shared: boolean): Promise<{ store: Store; limits: Limits }> {
  const where = shared ? { REDIS_URL: redis.url, SECRET } : { DATA_DIR: folder };
  const config = readConfig(where);
  const logger = pino({ level: "silent" });
  const limits = await openLimits(config, logger);
  return { store: forgettingLimit(await openStore(config, logger), limits.conversation), limits };
}

/** All that is kept, by key, but for the counts of a month, which are nobody's, and the proof that it can be written. */
async function kept(shared: boolean): Promise<string[]> {
  if (!shared) {
    const database = open({ path: join(folder, "store"), encoding: "json", readOnly: true });
    const keys = Array.from(database.getKeys(), String);
    await database.close();
    return keys.filter((key) => !/^(?:~counts|ping)/u.test(key));
  }
  const client = new Redis(redis.url);
  const keys = await client.keys("*");
  client.disconnect();
  return keys.filter((key) => !/^wenkao:(?:counts:|ping)/u.test(key));
}

describe.each([
  { name: "the embedded store", shared: false },
  { name: "Redis", shared: true },
])("in $name", ({ shared }) => {
  const conversation = "telegram:1001:1001";
  const talk = async (
    { store, limits }: Awaited<ReturnType<typeof opened>>,
    texts: readonly string[],
  ) => {
    const turn = assistant.turnOn(store);
    for (const [at, text] of texts.entries()) {
      await limits.conversation.spend(conversation);
      await turn({ conversation, id: `${text}${at}`, body: { text }, at: AT });
    }
  };

  test("an erasure leaves no key, the limit's included", async () => {
    const parts = await opened(shared);
    await parts.store.ping(); // else the limit counts alone while Redis is not there yet
    await expect
      .poll(async () => {
        await talk(parts, ["四级自测", "20岁", "高中"]);
        return kept(shared);
      })
      .toHaveLength(shared ? 6 : 4);
    await parts.store.erase(conversation);
    expect(await kept(shared)).toEqual([]);
    await parts.store.close();
    parts.limits.close();
  });

  test("DELETE over HTTP leaves no key but how often the address has asked, for a minute", async () => {
    const where = shared ? { REDIS_URL: redis.url, SECRET } : {};
    const { origin, child, end } = await serve({ DATA_DIR: folder, ...where });
    await expect.poll(async () => (await fetch(`${origin}/readyz`)).status).toBe(200);
    const { say, forget } = talker();
    for (const text of ["四级自测", "20岁", "高中"]) await say(origin, text);
    const isOfAddress = (key: string): boolean => key.startsWith("wenkao:limit:address:");
    expect((await kept(shared)).length).toBeGreaterThan(3);
    expect((await forget(origin)).status).toBe(204);
    child.kill("SIGTERM");
    await end;
    expect((await kept(shared)).filter((key) => !isOfAddress(key))).toEqual([]);
  });

  test("one that is asked for in words leaves the reply that says so, and how the dialog stands", async () => {
    const parts = await opened(shared);
    await talk(parts, ["四级自测", "20岁", ...FORGET]);
    const { state, record } = await parts.store.last(conversation);
    expect(assistant.describe(state).facts).toEqual({});
    expect(record).toContain("dialog.forgotten");
    expect(record).not.toContain("20");
    expect(await kept(shared)).toHaveLength(shared ? 3 : 2);
    await parts.store.close();
    parts.limits.close();
  });
});
