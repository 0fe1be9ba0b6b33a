import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "../quanmeiti-pack.ts";
import { TOKEN, type TelegramApi, startTelegramApi } from "../telegram-api.ts";
import { createCandidate } from "../telegram-api/candidate.ts";
import { DAY, NIGHT, launchOf, postedBy, putIntoTelegram, tell } from "./launching.ts";
import { type Talk, talkOn, useTalk, words } from "./talking.ts";

let api: TelegramApi;
beforeAll(async () => void (api = await startTelegramApi()));
afterAll(() => api.close());
const { visitor, origin, arrive } = useTalk(() => ({
  TELEGRAM_TOKEN: TOKEN,
  TELEGRAM_API_ROOT: api.root,
}));

/** A tab of Telegram on a phone. */
async function phone(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await visitor(options);
  await putIntoTelegram(context);
  return context.newPage();
}

/** Opens the page in a tab, as Telegram does. */
async function open(page: Page, launch: string): Promise<Talk> {
  await page.goto("about:blank"); // another hash alone would load nothing
  return talkOn(page, origin() + launch);
}

async function expectConnected(page: Page): Promise<void> {
  await expect.poll(() => postedBy(page)).toContain("web_app_expand");
}

describe("an interview", () => {
  test("begun in the chat goes on in the Mini App, and in the chat again", async () => {
    const chat = createCandidate(api);
    await chat.type("我大专电商应届，四级能考吗");
    const talk = await open(await phone(), launchOf({ user: chat.id }));
    await talk.expectToSee(words.resumed);
    await talk.tap("满16周岁");
    await talk.expectToSee("【四级】符合申报条件");
    const [asked] = await chat.type("改一下专业");
    expect(asked?.text).toContain("专业全称");
  });

  test("that the chat took further is up to date when the Mini App is looked at again", async () => {
    const chat = createCandidate(api);
    const talk = await open(await phone(), launchOf({ user: chat.id }));
    await expectConnected(talk.page);
    await talk.say("四级能考吗 我大专电商应届");
    await talk.expectToSee("您满16周岁了吗");
    await chat.type("20岁");
    // both may tell it, and at once
    await tell(talk.page, "visibility_changed", { is_visible: true });
    await talk.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await talk.expectToSee("【四级】符合申报条件");
    expect(await talk.turns.count()).toBe(3);
  });

  test("that was forgotten in the chat is gone from the Mini App too", async () => {
    const chat = createCandidate(api);
    const talk = await open(await phone(), launchOf({ user: chat.id }));
    await talk.say("四级能考吗 我大专电商应届");
    await talk.expectToSee("您满16周岁了吗");
    await chat.type(pack.wording.do_forget);
    await chat.tap(pack.wording.forget_yes);
    await talk.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await talk.expectToSee(words.resumed);
    expect(await talk.reads()).not.toContain("电商");
  });

  test("is still there after a reload, with what was launched or without", async () => {
    const talk = await open(await phone(), launchOf({ user: createCandidate(api).id }));
    await talk.say("四级能考吗 我大专电商应届");
    await talk.expectToSee("您满16周岁了吗");
    const named: (string | undefined)[] = [];
    talk.page.on("request", (one) => void named.push(one.headers()["authorization"]));
    await talk.page.reload();
    await talk.expectToSee("您满16周岁了吗");
    await talk.page.evaluate("history.replaceState(null, '', '/')");
    await talk.page.reload();
    await talk.tap("满16周岁");
    await talk.expectToSee("【四级】符合申报条件");
    expect(await talk.turns.count()).toBe(3);
    expect(new Set(named.filter(Boolean))).toHaveLength(1);
  });

  test("of another account on the same phone is not shown, nor that of the browser", async () => {
    const page = await phone();
    const before = await talkOn(page, origin());
    await before.say("考务费多少");
    await before.expectToSee("400");
    const ann = await open(page, launchOf({ user: createCandidate(api).id }));
    expect(await ann.reads()).not.toContain("考务费多少");
    await ann.say("四级能考吗 我大专电商应届");
    await ann.expectToSee("您满16周岁了吗");
    const bob = await open(page, launchOf({ user: createCandidate(api).id }));
    await bob.page.waitForLoadState("networkidle");
    expect(await bob.turns.count()).toBe(1);
    await bob.say("您好");
    await bob.turns.nth(1).locator("article").waitFor();
    expect(await bob.reads()).not.toContain("16周岁");
  });
});

describe("a launch that counts no more", () => {
  test.each([
    ["expired", { minutesAgo: 61 }],
    ["of another bot", { by: "43:other" }],
  ])("%s: it says so at once, and nothing goes to any other conversation", async (_, how) => {
    const page = await phone();
    const sent: string[] = [];
    page.on("request", (one) => void (one.method() === "POST" && sent.push(one.url())));
    const talk = await open(page, launchOf({ user: createCandidate(api).id, ...how }));
    await page.getByRole("alert").getByText(words.failed_reopen).waitFor();
    await talk.say("四级多少钱");
    await talk.expectToSee(words.failed_reopen);
    expect(new Set(sent)).toEqual(new Set([`${origin()}/api/conversations`]));
    await page.evaluate("history.replaceState(null, '', '/')");
    await page.reload();
    await talk.expectToSee(words.failed_reopen);
  });

  test("because it is a link that somebody has sent: it opens no conversation of theirs", async () => {
    const talk = await arrive(launchOf({ user: createCandidate(api).id }));
    await talk.page.getByRole("alert").getByText(words.failed_reopen).waitFor();
    await talk.say("四级多少钱");
    await talk.expectToSee(words.failed_reopen);
    const own = await talkOn(talk.page, origin());
    await own.say("四级多少钱");
    await own.expectToSee("400");
  });

  test("is renewed by a launch that does", async () => {
    const page = await phone();
    const { id: user } = createCandidate(api);
    const stale = await open(page, launchOf({ user, minutesAgo: 61 }));
    await stale.page.getByRole("alert").waitFor();
    const talk = await open(page, launchOf({ user }));
    await talk.say("四级多少钱");
    await talk.expectToSee("400");
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue("${property}")`,
  );

/** What weui and we ourselves have for a dark system alone. */
async function expectDark(page: Page, isDark: boolean): Promise<void> {
  const [theirs, ours] = [
    await styleOf(page, "body", "--weui-FG-0"),
    await styleOf(page, "body", "--focus"),
  ];
  expect([theirs.startsWith("#fff"), ours]).toEqual([isDark, isDark ? "#7fb0ff" : "#1b72e8"]);
}

async function expectLegible(page: Page): Promise<void> {
  const { violations } = await page.evaluate<axe.AxeResults>(
    `${axe.source}; axe.run(document, { runOnly: ["color-contrast"] })`,
  );
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
}

describe("the theme", () => {
  test.each(["light", "dark"] as const)(
    "is Telegram's, whatever a %s system says, and changes with it",
    async (colorScheme) => {
      const page = await phone({ colorScheme });
      const talk = await open(page, launchOf({ user: createCandidate(api).id, theme: NIGHT }));
      const ground = () => styleOf(page, "body", "background-color");
      await expect.poll(ground).toBe("rgb(35, 46, 60)");
      expect(await styleOf(page, ".bubble", "background-color")).toBe("rgb(23, 33, 43)");
      expect(await styleOf(page, ".bubble", "color")).toBe("rgb(245, 245, 245)");
      await expectDark(page, true);
      await talk.say("我大专电商应届，20岁，四级能考吗");
      await talk.page.locator(".verdict").waitFor();
      await expectLegible(page);
      await expectConnected(page);
      await tell(page, "theme_changed", { theme_params: DAY });
      await expect.poll(ground).toBe("rgb(239, 239, 244)");
      expect(await styleOf(page, ".topics", "background-color")).toBe("rgb(255, 255, 255)");
      await expectDark(page, false);
      await expectLegible(page);
    },
  );

  test("that is none, or has no background, leaves the page as it is", async () => {
    for (const theme of [{}, { text_color: "#ff0000" }, { bg_color: "red; }" }]) {
      const page = await phone();
      await open(page, launchOf({ user: createCandidate(api).id, theme }));
      await expectConnected(page);
      expect(await styleOf(page, "body", "background-color")).toBe("rgb(237, 237, 237)");
      expect(await styleOf(page, ".bubble", "color")).toBe("rgba(0, 0, 0, 0.9)");
    }
  });
});

test("Telegram is told that the page is there, and how it wants to be shown", async () => {
  const page = await phone();
  await open(page, launchOf({ user: createCandidate(api).id }));
  await expect
    .poll(() => postedBy(page))
    .toEqual([
      "web_app_ready",
      "web_app_expand",
      "web_app_request_theme",
      "web_app_set_header_color",
      "web_app_setup_swipe_behavior",
    ]);
});

test("elsewhere than in Telegram nothing of it is loaded", async () => {
  const scripts: string[] = [];
  const page = await (await visitor()).newPage();
  page.on("request", (one) => void (one.resourceType() === "script" && scripts.push(one.url())));
  await talkOn(page, origin());
  await page.waitForLoadState("networkidle");
  expect(scripts).toHaveLength(1);
});

test("in the frame of Telegram Web it talks to the page around it, which has the button that closes", async () => {
  const context = await visitor();
  // or the browser keeps pages of the Internet from this machine; older ones do not, and know no such thing
  await context.grantPermissions(["local-network-access"]).catch(() => undefined);
  const src = origin() + launchOf({ user: createCandidate(api).id, theme: NIGHT });
  await context.route("https://web.telegram.org/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script><iframe src="${src.replaceAll("&", "&amp;")}" width="390" height="700"></iframe>`,
    }),
  );
  const page = await context.newPage();
  await page.goto("https://web.telegram.org/");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("textbox").fill("四级多少钱");
  await frame.getByRole("textbox").press("Enter");
  await frame.getByText("400").first().waitFor();
  expect(await frame.getByRole("button", { name: words.close }).count()).toBe(0);
  await expect.poll(() => page.evaluate<string>("heard.join()")).toContain("web_app_ready");
  const told = JSON.stringify({ eventType: "theme_changed", eventData: { theme_params: DAY } });
  await page.evaluate(`frames[0].postMessage(${JSON.stringify(told)}, "*")`);
  const body = frame.locator("body");
  await expect
    .poll(() => body.evaluate("getComputedStyle(document.body).backgroundColor"))
    .toBe("rgb(239, 239, 244)");
  await frame.getByRole("textbox").press("Escape");
  expect(await page.evaluate<string>("heard.join()")).not.toContain("wenkao:close");
});
