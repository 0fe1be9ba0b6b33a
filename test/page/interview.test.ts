import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "../quanmeiti-pack.ts";
import { type RedisServer, startRedis } from "../redis-server.ts";
import { A_MOMENT, type Talk, talkOn, useTalk, words } from "./talking.ts";

const MANY = [0, 1, 2, 3, 4, 5, 6, 7];
const SECRET = "0123456789abcdef0123456789abcdef";
let redis: RedisServer;
beforeAll(async () => void (redis = await startRedis()));
afterAll(() => redis.remove());

/** 四级, of age, 大专 电子商务, graduated: a short way to a verdict. */
async function toVerdict(talk: Talk, press: (name: string) => Promise<void>): Promise<void> {
  await press("资格自测");
  await talk.expectToSee("您想看哪个等级");
  await press("四级／中级工");
  for (let questions = 0; questions < 20; questions++) {
    await talk.page.locator(".turn:last-child .choices").waitFor();
    if (await talk.page.locator(".turn:last-child .verdict").isVisible()) return;
    await press(await answerTo(talk));
  }
  throw new Error("the interview did not end");
}

/** The first answer that is offered. */
function answerTo({ page }: Talk): Promise<string> {
  return page.locator(".turn:last-child .chip[data-verb=tell]").first().innerText();
}

describe.each([
  ["the embedded store", () => ({})],
  ["Redis", () => ({ REDIS_URL: redis.url, SECRET })],
])("on %s", (_, settings) => {
  const { origin, arrive, visitor } = useTalk(settings);

  test("the whole interview by touch ends in a verdict with its clauses", async () => {
    const talk = await arrive();
    await toVerdict(talk, talk.tap);
    const verdict = talk.page.locator(".verdict").last();
    expect(await verdict.getByRole("heading").first().innerText()).toContain("四级");
    expect(await verdict.locator(".grade").first().innerText()).not.toBe("");
    expect(await talk.page.locator(".sources").last().innerText()).toContain("附件1 四级");
  });

  test("the whole interview by keyboard alone", async () => {
    const talk = await arrive("/", { hasTouch: false, isMobile: false });
    await toVerdict(talk, (name) => tabTo(talk, name));
    await talk.expectToSee("最终以协会的资格审核为准");
  });

  test("a question in between is answered and the interview goes on, over a reload", async () => {
    const talk = await arrive();
    await talk.say("我大专电商应届，四级能考吗");
    await talk.expectToSee("您满16周岁了吗");
    await talk.say("对了 补考费多少");
    await talk.expectToSee(words.silent);
    await talk.expectToSee("接着刚才的问题");
    await talk.page.reload();
    expect(await talk.reads()).toContain("补考费多少");
    await talk.tap("满16周岁");
    await talk.expectToSee("【四级】符合申报条件");
  });

  test("an earlier answer is told anew from the progress", async () => {
    const talk = await arrive();
    await talk.say("四级能考吗 我大专电商应届");
    await talk.expectToSee("您满16周岁了吗");
    await talk.page.locator(".progress summary").last().tap();
    await talk.touch(talk.page.locator(".progress li button", { hasText: "电子商务" }).last());
    await talk.expectToSee("专业全称");
    await talk.say("市场营销");
    await talk.tap(pack.wording.preview_apply);
    await talk.expectToSee("您满16周岁了吗");
    expect(await talk.page.locator(".progress").last().textContent()).toContain("市场营销");
  });

  test("a change after the verdict is shown before it is applied", async () => {
    const talk = await arrive();
    await talk.say("四级能考吗 我大专电商应届，20岁");
    await talk.expectToSee("【四级】符合申报条件");
    await talk.say("改一下专业");
    await talk.expectToSee("专业全称");
    await talk.say("会计");
    await talk.expectToSee("从“电子商务”改成“会计”");
    await talk.tap(pack.wording.preview_keep);
    await talk.page.locator(".turn:last-child .verdict").waitFor();
    await talk.expectToSee("【四级】符合申报条件");
  });

  test("two tabs that write at once lose nothing, and each shows all of it", async () => {
    const context = await visitor();
    const tabs = [
      await talkOn(await context.newPage(), origin()),
      await talkOn(await context.newPage(), origin()),
    ];
    const texts = tabs.map((tab) => MANY.map((at) => `四级多少钱 ${tabs.indexOf(tab)}${at}`));
    await Promise.all(
      tabs.map(async (tab, at) => {
        for (const text of texts[at] ?? []) await tab.say(text);
      }),
    );
    for (const { page } of tabs) {
      await page.locator(".mine").nth(15).waitFor();
      await page.locator(".turn").nth(16).locator("article").first().waitFor();
      await page.locator(".typing").first().waitFor({ state: "detached" });
      expect((await page.locator(".mine").allInnerTexts()).map(said).toSorted()).toEqual(
        texts.flat().toSorted(),
      );
      expect(await page.locator(".turn > article").count()).toBe(16);
    }
  });

  test("two tabs are one conversation", async () => {
    const context = await visitor();
    const one = await talkOn(await context.newPage(), origin());
    const two = await talkOn(await context.newPage(), origin());
    await one.say("四级多少钱");
    await two.expectToSee("400");
    await two.say("那三级呢");
    await one.expectToSee("500");
    const kept = await Promise.all([one, two].map(({ turns }) => turns.count()));
    expect(kept).toEqual([3, 3]);
  });
});

/** Without the word that says whose it is. */
function said(bubble: string): string {
  return bubble.replace(`${words.mine}：`, "").trim();
}

/** Goes by the tab key alone to a button, and presses it. */
async function tabTo({ page }: Talk, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    const focused = await page.evaluate<string>(
      "document.activeElement?.matches('button') ? document.activeElement.innerText.trim() : ''",
    );
    if (focused === name) {
      await page.keyboard.press("Enter");
      return page.waitForTimeout(A_MOMENT);
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tab key does not lead to ${name}`);
}
