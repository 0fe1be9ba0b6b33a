import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type RedisServer, startRedis } from "../redis-server.ts";
import { candidate, useServing } from "./serving.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const coverageSchema = z.object({ result: z.array(z.object({ url: z.string() })) });

const serve = useServing();
let redis: RedisServer;
beforeAll(async () => void (redis = await startRedis()));
afterAll(() => redis.remove());

/** What a start and its first reply load: the files, and the packages that are bundled in them. */
async function loadedBy(settings: Readonly<Record<string, string>>): Promise<string[]> {
  const coverage = await mkdtemp(join(tmpdir(), "wenkao-loading-"));
  const { origin, child, end } = await serve({ ...settings, NODE_V8_COVERAGE: coverage });
  expect(await candidate().say(origin, "四级多少钱")).toEqual(["fee.overview"]);
  child.kill("SIGTERM");
  expect((await end).code).toBe(0);
  const [report = ""] = await readdir(coverage);
  const json: unknown = JSON.parse(await readFile(join(coverage, report), "utf8"));
  const files = coverageSchema.parse(json).result.filter(({ url }) => url.startsWith("file:"));
  const texts = await Promise.all(files.map(({ url }) => readFile(new URL(url), "utf8")));
  await rm(coverage, { recursive: true });
  return [...files.map(({ url }) => url), texts.join("\n")]
    .flatMap((text) => [...text.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/gu)])
    .map(([, name = ""]) => name);
}

const SELDOM = ["tsx", "pinyin-pro", "ajv", "light-my-request", "undici", "grammy", "telegraf"];

test.each([
  { store: "the embedded one", settings: () => ({}), needs: "lmdb", without: "ioredis" },
  {
    store: "Redis",
    settings: () => ({ REDIS_URL: redis.url, SECRET }),
    needs: "ioredis",
    without: "lmdb",
  },
])(
  "with $store a start loads $needs, not $without, and nothing that is rarely used",
  async (row) => {
    const loaded = await loadedBy(row.settings());
    expect(loaded).toEqual(expect.arrayContaining(["fastify", "xstate", "zod", row.needs]));
    expect([...SELDOM, row.without].filter((name) => loaded.includes(name))).toEqual([]);
  },
);
