import { afterEach, describe, expect, test } from "vitest";
import { DURABLE, startRedis, type RedisServer } from "../redis-server.ts";
import { candidate, pause, useServing } from "./serving.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

const start = useServing();
const servers: RedisServer[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map((redis) => redis.remove()))));

async function startOnRedis() {
  const redis = await startRedis(DURABLE);
  servers.push(redis);
  const serve = () => start({ REDIS_URL: redis.url, SECRET });
  return { redis, serve };
}

const readiness = async (origin: string) => (await fetch(`${origin}/readyz`)).status;
async function becomesReady(origin: string): Promise<void> {
  await expect.poll(() => readiness(origin), { timeout: 10_000 }).toBe(200);
}

describe("serve on Redis", () => {
  test("killed and started again in the middle of an interview: it goes on", async () => {
    const { serve } = await startOnRedis();
    const { say } = candidate();
    const before = await serve();
    await say(before.origin, "四级自测");
    expect(await say(before.origin, "没做过")).toContain("question.school");
    before.child.kill("SIGKILL");
    expect((await before.end).code).toBeNull();
    const after = await serve();
    expect(await say(after.origin, "四级多少钱")).toContain("question.school");
    await say(after.origin, "大专");
    await say(after.origin, "毕业了");
    await say(after.origin, "电子商务");
    expect(await say(after.origin, "22岁")).toContain("eligibility.verdict");
  });

  test("two processes share a conversation, and the messages of one candidate at once all count", async () => {
    const { serve } = await startOnRedis();
    const { say, post } = candidate();
    const [one, other] = await Promise.all([serve(), serve()]);
    await say(one.origin, "四级自测");
    expect(await say(other.origin, "没做过")).toContain("question.school");
    const origins = [one.origin, other.origin, one.origin, other.origin];
    const responses = await Promise.all(origins.map((origin) => post(origin, "四级多少钱")));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await say(one.origin, "大专")).not.toContain("question.school");
  });

  test("Redis ended and started: 503 with Retry-After and not ready, and then it goes on", async () => {
    const { redis, serve } = await startOnRedis();
    const { say, post } = candidate();
    const { origin, heard } = await serve();
    await say(origin, "四级自测");
    await redis.signal("SIGTERM");
    const refused = await post(origin, "没做过");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await readiness(origin)).toBe(503);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    await heard(new RegExp(`Redis at 127.0.0.1:${redis.port} is away: `));
    await redis.start();
    await becomesReady(origin);
    expect(await say(origin, "没做过")).toContain("question.school");
  });

  test("Redis away at start: the process waits, says so, and serves when it comes", async () => {
    const { redis, serve } = await startOnRedis();
    await redis.signal("SIGTERM");
    const { say, post } = candidate();
    const { origin, heard } = await serve();
    expect(await readiness(origin)).toBe(503);
    expect((await post(origin, "四级自测")).status).toBe(503);
    await heard(/is away: [^\n]*\n[^]*is away: /);
    await redis.start();
    await becomesReady(origin);
    expect(await say(origin, "四级自测")).toContain("question.occupation");
  });

  test("SIGTERM while a turn is in hand: it is answered, and the process ends with 0", async () => {
    const { redis, serve } = await startOnRedis();
    const { say, post } = candidate();
    const { origin, child, end, heard } = await serve();
    await say(origin, "四级自测");
    await redis.signal("SIGSTOP");
    const inHand = post(origin, "没做过");
    await pause(300);
    child.kill("SIGTERM");
    await heard(/stopping/);
    await redis.signal("SIGCONT");
    expect((await inHand).status).toBe(200);
    expect((await end).code).toBe(0);
    expect(await say((await serve()).origin, "四级多少钱")).toContain("question.school");
  });

  test("SIGTERM while Redis hangs: the turn in hand is told so, and the process ends with 0", async () => {
    const { redis, serve } = await startOnRedis();
    const { say, post } = candidate();
    const { origin, child, end } = await serve();
    await say(origin, "四级自测");
    await redis.signal("SIGSTOP");
    const inHand = post(origin, "没做过");
    await pause(300);
    child.kill("SIGTERM");
    expect((await inHand).status).toBe(503);
    expect((await end).code).toBe(0);
  });
});
