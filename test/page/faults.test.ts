import { setTimeout } from "node:timers/promises";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RedisServer, startRedis } from "../redis-server.ts";
import { pack } from "../quanmeiti-pack.ts";
import { A_MOMENT, type Talk, talkOn, useTalk, words } from "./talking.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const { arrive, visitor, serve, origin } = useTalk();

test("without a network a message waits, and goes out once by itself when there is one", async () => {
  const talk = await arrive();
  await talk.page.context().setOffline(true);
  await talk.say("四级多少钱");
  await talk.expectToSee(words.failed_offline);
  await talk.page.context().setOffline(false);
  await talk.expectToSee("400");
  expect(await talk.page.locator(".mine").count()).toBe(1);
  expect(await talk.page.locator(".failed").count()).toBe(0);
});

test("a message that was lost on its way back is answered once, by the same key", async () => {
  const talk = await arrive();
  const keys: (string | undefined)[] = [];
  await talk.page.route("**/api/turns", async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.continue();
    await route.fetch(); // the server has answered, and nobody heard it
    return route.abort();
  });
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee(words.failed_unreached);
  await talk.tap(words.retry);
  await talk.expectToSee("您满16周岁了吗");
  expect(new Set(keys)).toHaveLength(1);
  expect(await talk.reads()).not.toContain(words.expired);
});

test("what is written after a failed message goes out after it", async () => {
  const talk = await arrive();
  await talk.page.context().setOffline(true);
  await talk.say("四级多少钱");
  await talk.expectToSee(words.failed_offline);
  await talk.say("那三级呢");
  await talk.expectToSee(words.failed_offline);
  await talk.page.context().setOffline(false);
  await talk.expectToSee("500");
  expect(await talk.page.locator(".mine").allInnerTexts()).toEqual([
    expect.stringContaining("四级多少钱"),
    expect.stringContaining("那三级呢"),
  ]);
});

test("a double tap of a finger sends once, whatever has come under it meanwhile", async () => {
  const talk = await arrive();
  const sent: string[] = [];
  talk.page.on("request", (one) => void (one.method() === "POST" && sent.push(one.url())));
  const first = Date.now();
  await touchAt(talk, talk.button("费用"), first);
  await talk.expectToSee("400");
  const chip = talk.turns.last().locator(".chip").first();
  await touchAt(talk, chip, first + 180);
  await talk.page.waitForTimeout(300); // in which a second message would have gone
  expect(sent).toHaveLength(1);
  expect(await talk.page.locator(".mine").count()).toBe(1);
  await touchAt(talk, chip, first + A_MOMENT);
  await expect.poll(() => sent).toHaveLength(2);
});

/** A touch of the middle, felt at a time in ms since 1970 however long it takes to arrive. */
async function touchAt({ page }: Talk, target: Locator, at: number): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error("nothing to touch: it is not in sight");
  const browser = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  const timestamp = at / 1000;
  await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints, timestamp });
  await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [], timestamp });
}

test("a message that the server will never take is told once, and the next one goes out", async () => {
  const talk = await arrive();
  const postData = JSON.stringify({ text: "长".repeat(50_000) });
  await talk.page.route("**/api/turns", (route) => route.continue({ postData }), { times: 1 });
  await talk.say("四级多少钱");
  await talk.expectToSee(words.failed_refused);
  await talk.say("四级多少钱");
  await talk.expectToSee("400");
  await talk.page.reload();
  await talk.tap("费用");
  await talk.expectToSee("考务费");
  expect(await talk.page.locator(".failed").count()).toBe(1);
});

test("an answer of a proxy in front of us is told as a fault of ours, and goes again", async () => {
  const talk = await arrive();
  await talk.page.route("**/api/turns", (route) => route.fulfill({ status: 502 }), { times: 1 });
  await talk.say("四级多少钱");
  await talk.expectToSee(words.failed_server);
  await talk.tap(words.retry);
  await talk.expectToSee("400");
});

test("what is not answered within twenty seconds is given up, and can go again", async () => {
  const talk = await arrive();
  await talk.page.route("**/api/turns", () => undefined, { times: 1 }); // for ever on its way
  await talk.say("四级多少钱");
  await talk.expectToSee(words.slow);
  await talk.page.getByText(words.failed_slow).waitFor({ timeout: 25_000 });
  await talk.tap(words.retry);
  await talk.expectToSee("400");
}, 60_000);

test("what failed can be let go", async () => {
  const talk = await arrive();
  await talk.page.context().setOffline(true);
  await talk.say("四级多少钱");
  await talk.expectToSee(words.failed_offline);
  await talk.tap(words.drop);
  expect(await talk.turns.count()).toBe(1);
  await talk.page.context().setOffline(false);
  await talk.page.reload();
  await talk.field.waitFor();
  expect(await talk.page.locator(".mine").count()).toBe(0);
});

test("a tab that is closed while it sends leaves its message to the next one", async () => {
  const context = await visitor();
  const one = await talkOn(await context.newPage(), origin());
  await one.page.route("**/api/turns", () => undefined); // for ever on its way
  const begun = one.page.waitForRequest("**/api/turns");
  await one.say("四级多少钱");
  await begun; // else the other tab, which waits for its turn as well, may come first
  const two = await talkOn(await context.newPage(), origin());
  await two.expectToSee(words.typing);
  await one.page.close();
  await two.expectToSee("400");
  await two.say("那三级呢");
  await two.expectToSee("500");
});

test("what other versions have left in the browser is left alone, or told in plain words", async () => {
  const talk = await arrive();
  await talk.page.evaluate(`
    localStorage.setItem("wenkao.talk.1.a", "{");
    localStorage.setItem("wenkao.talk.1.b", '{"key":"b","at":1,"replies":[]}');
    localStorage.setItem("wenkao.talk.1.c", '{"key":"c","at":2,"status":"sent","label":"c","replies":[{"text":"in plain words"}]}');
  `);
  await talk.page.reload();
  await talk.page.getByText("in plain words").waitFor();
  await talk.say("四级多少钱");
  await talk.expectToSee("400");
  expect(await talk.page.locator(".mine").count()).toBe(2);
});

test("what is cleared while its answer is on its way does not come back", async () => {
  const talk = await arrive();
  await talk.page.route("**/api/turns", async (route) => {
    const response = await route.fetch();
    await setTimeout(1500);
    await route.fulfill({ response });
  });
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee(words.typing);
  await talk.tap(words.options);
  await talk.tap(words.clear);
  await talk.page.locator("dialog").waitFor({ state: "detached" });
  expect(await talk.turns.count()).toBe(1);
  await talk.page.reload();
  await talk.page.waitForLoadState("networkidle");
  expect(await talk.turns.count()).toBe(1);
});

test("a reload while the answer is on its way loses nothing and asks nothing twice", async () => {
  const talk = await arrive();
  await talk.page.route("**/api/turns", () => undefined); // for ever on its way
  await talk.say("四级多少钱");
  await talk.expectToSee(words.typing);
  await talk.page.unroute("**/api/turns");
  await talk.page.reload();
  await talk.expectToSee("400");
  expect(await talk.page.locator(".mine").count()).toBe(1);
});

describe("a store that is away", { timeout: 60_000 }, () => {
  let redis: RedisServer;
  let there = "";
  beforeAll(async () => {
    redis = await startRedis();
    there = (await serve({ REDIS_URL: redis.url, SECRET })).origin;
  });
  afterAll(() => redis.remove());

  test("says that it takes long, then that it did not work, and answers when it is back", async () => {
    const context = await visitor();
    const talk = await talkOn(await context.newPage(), there);
    await talk.say("四级多少钱");
    await talk.expectToSee("400");
    await redis.signal("SIGTERM");
    await talk.say("三级多少钱");
    await talk.expectToSee(words.failed_busy);
    await redis.start();
    await isReady(there);
    await talk.tap(words.retry);
    await talk.expectToSee("500");
  });

  test("a reply that takes more than five seconds is announced", async () => {
    const context = await visitor();
    const talk = await talkOn(await context.newPage(), there);
    await redis.signal("SIGSTOP");
    await talk.say("四级多少钱");
    await talk.expectToSee(words.typing);
    await talk.expectToSee(words.slow);
    await redis.signal("SIGCONT");
    await talk.expectToSee("400");
  });
});

test("where the script does not come there is the greeting, and after a while whom to ring", async () => {
  const context = await visitor();
  const page = await context.newPage();
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto(origin());
  await page.getByText(words.greeting).waitFor();
  const sentence = page.locator(".unloaded");
  expect(await sentence.isVisible()).toBe(false);
  await page.evaluate("document.getAnimations().forEach((one) => one.finish())");
  expect(await sentence.innerText()).toContain("021-52411861");
});

test("a clause that cannot be fetched says so, and can be asked for again", async () => {
  const talk = await arrive("/?ask=fee");
  await talk.expectToSee("400");
  await talk.page.context().setOffline(true);
  await talk.tap("二(四)2");
  await talk.page.getByText(words.clause_none).waitFor();
  await talk.page.keyboard.press("Escape");
  await talk.page.context().setOffline(false);
  await talk.tap("二(四)2");
  await talk.page.getByText(pack.clauses["二(四)2"] ?? "no clause").waitFor();
});

test("a conversation that the server has forgotten begins anew, with a word", async () => {
  const talk = await arrive();
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee("您满16周岁了吗");
  await talk.page.context().clearCookies();
  await talk.page.reload();
  await talk.expectToSee(words.expired);
  await talk.say("四级多少钱");
  await talk.expectToSee("400");
});

test("a conversation that only the server remembers is taken up where it stands", async () => {
  const talk = await arrive();
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee("您满16周岁了吗");
  await talk.page.evaluate("localStorage.clear()");
  await talk.page.reload();
  await talk.expectToSee(words.resumed);
  await talk.tap("满16周岁");
  await talk.expectToSee("【四级】符合申报条件");
});

test("a page that may keep nothing answers all the same, and says so", async () => {
  const context = await visitor();
  await context.addInitScript(() => {
    const blocked = {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    };
    Object.defineProperty(globalThis, "localStorage", blocked);
    Object.defineProperty(globalThis, "sessionStorage", blocked);
    const { navigator } = globalThis as unknown as { navigator: object };
    Object.defineProperty(navigator, "cookieEnabled", { get: () => false });
  });
  const talk = await talkOn(await context.newPage(), origin());
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee("您满16周岁了吗");
  await talk.page.getByText(words.blocked).waitFor();
  await talk.tap("满16周岁");
  await talk.expectToSee("【四级】符合申报条件");
  expect(await context.cookies()).toEqual([]);
});

test("clearing forgets here and on the server, and a cancelled clearing nothing", async () => {
  const talk = await arrive();
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee("您满16周岁了吗");
  await talk.tap(words.options);
  await talk.tap(words.cancel);
  expect(await talk.turns.count()).toBe(2);
  await talk.tap(words.options);
  await talk.page.context().setOffline(true);
  await talk.tap(words.clear);
  await talk.page.getByText(words.clear_failed).waitFor();
  expect(await talk.turns.count()).toBe(2);
  await talk.page.context().setOffline(false);
  await talk.tap(words.clear);
  await talk.page.locator("dialog").waitFor({ state: "detached" });
  expect(await talk.turns.count()).toBe(1);
  await talk.page.reload();
  expect(await talk.turns.count()).toBe(1);
  await talk.say("满16周岁");
  await talk.page.locator(".turn:last-child .choices").waitFor();
  expect(await talk.reads()).not.toContain("【四级】");
});

test("what is asked to be forgotten in words is gone from the page too", async () => {
  const talk = await arrive();
  await talk.say("我大专电商应届，四级能考吗");
  await talk.expectToSee("您满16周岁了吗");
  await talk.say("删除我的记录");
  await talk.tap("确认删除");
  await talk.page.locator(".turn").nth(2).waitFor({ state: "detached" });
  expect(await talk.reads()).not.toContain("大专");
});

async function isReady(there: string): Promise<void> {
  while (!(await fetch(`${there}/readyz`)).ok) await setTimeout(100);
}
