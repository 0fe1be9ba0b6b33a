import { expect, test } from "vitest";
import { pack } from "../quanmeiti-pack.ts";
import { type Talk, useTalk, words } from "./talking.ts";

const { arrive, visitor, origin } = useTalk();

test("on arrival the first topics are there to tap, and all of them behind the last", async () => {
  const talk = await arrive();
  expect(await talk.page.locator(".topics button").allInnerTexts()).toEqual([
    ...pack.menu.slice(0, 5).map(({ label }) => label),
    words.more,
  ]);
  await talk.tap(words.more);
  const sheet = talk.page.getByRole("dialog");
  expect(await sheet.locator(".topics button").allInnerTexts()).toEqual(
    pack.menu.map(({ label }) => label),
  );
  await sheet.getByRole("button", { name: "补考" }).tap();
  await sheet.waitFor({ state: "detached" });
  await talk.expectToSee("四(一)");
});

/** What each says, and the card that it is drawn as. */
const CARDS: readonly (readonly [said: string, card: string, shows: string])[] = [
  ["考务费多少", "table", "400"],
  ["5月报名什么时候考", ".timeline", "6月底前"],
  ["考试时用手机查答案被抓了", ".scale > ol > .matched", "附件2 三"],
  ["手机关机放兜里被发现了会咋样", ".scale > ol > .possible", words.possible],
  ["所有违规处罚有哪些", ".scale", "附件2 四"],
  ["在哪报名", ".hand-off a", "https://edu.mia.org.cn/planlist/mia"],
  ["我大专电商应届，20岁，四级能考吗", ".verdict", "四级"],
  ["补考费多少", ".silent .kind", words.silent],
];

test.each(CARDS)("%s is drawn as a card, on the narrowest phone too", async (said, card, shows) => {
  const talk = await arrive("/", { viewport: { width: 320, height: 568 } });
  await talk.say(said);
  const drawn = talk.page.locator(card).last();
  await drawn.waitFor();
  expect(await drawn.innerText()).toContain(shows);
  await talk.expectFits();
});

test("at twice the size of letters and of everything it still fits", async () => {
  const talk = await arrive("/", { viewport: { width: 640, height: 900 }, isMobile: false });
  await talk.page.evaluate("document.documentElement.style.zoom = '2'");
  await talk.say("考务费多少");
  await talk.expectToSee("400");
  await talk.expectFits();
});

test("a clause opens what it says, and the back button closes it without leaving the page", async () => {
  const talk = await arrive();
  await talk.say("考务费多少");
  await talk.tap("二(四)2");
  const sheet = talk.page.getByRole("dialog");
  expect(await sheet.getByRole("heading").innerText()).toContain("二(四)2");
  await sheet.getByText(pack.clauses["二(四)2"] ?? "").waitFor();
  await sheet.getByText(pack.meta.title ?? "no title").waitFor();
  await talk.page.goBack();
  await sheet.waitFor({ state: "detached" });
  expect(await talk.reads()).toContain("400");
});

const IS_MODAL_ONCE_DRAWN = `new Promise((resolve) => {
  new MutationObserver(() => {
    const sheet = document.querySelector("dialog");
    if (sheet) resolve(sheet.open);
  }).observe(document.body, { childList: true, subtree: true });
  document.activeElement.click();
})`;

/** In the sheet, or in the browser's own bars, where the page has no say. */
const INSIDE =
  "document.activeElement === document.body || !!document.activeElement.closest('dialog')";

test("the sheet has the keyboard from the moment it is drawn, so that no key falls behind it", async () => {
  const talk = await arrive();
  await talk.page.getByRole("button", { name: words.menu }).focus();
  expect(await talk.page.evaluate(IS_MODAL_ONCE_DRAWN)).toBe(true);
});

test("the sheet keeps the keyboard, and Escape gives it back to where it was", async () => {
  const talk = await arrive();
  await talk.page.getByRole("button", { name: words.menu }).focus();
  await talk.page.keyboard.press("Enter");
  await talk.page.getByRole("dialog").waitFor();
  for (let steps = 0; steps < pack.menu.length + 4; steps++) {
    await talk.page.keyboard.press("Tab");
    expect(await talk.page.evaluate(INSIDE)).toBe(true);
  }
  await talk.page.keyboard.press("Escape");
  await talk.page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await focusedName(talk)).toBe(words.menu);
});

test("after a choice by keyboard the next choices have the focus, and the composer keeps it after writing", async () => {
  const talk = await arrive();
  await talk.tap("资格自测");
  await talk.button("四级／中级工").focus();
  await talk.page.keyboard.press("Enter");
  await talk.page.locator(".turn:nth-child(3) .choices:focus").waitFor();
  await talk.say("20岁");
  await talk.page.locator(".turn:nth-child(4) .choices").waitFor();
  expect(await focusedName(talk)).toBe(words.write);
});

function focusedName({ page }: Talk): Promise<string> {
  return page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? ''");
}

test("a reply is added to the live log once, and nothing that was read is drawn again", async () => {
  const talk = await arrive();
  await talk.page.evaluate(`
    globalThis.added = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.nodeType === 1) globalThis.added.push(node.className);
    }).observe(document.querySelector("[role=log]"), { childList: true, subtree: true });
  `);
  await talk.say("考务费多少");
  await talk.expectToSee("400");
  await talk.say("那三级呢");
  await talk.expectToSee("500");
  const added = await talk.page.evaluate<string[]>("globalThis.added");
  expect(added.filter((name) => name === "turn")).toHaveLength(2);
  expect(added.filter((name) => name.startsWith("bubble ") && name !== "bubble mine")).toHaveLength(
    2,
  );
});

test("Enter that picks a word of an input method sends nothing", async () => {
  const talk = await arrive();
  await talk.field.focus();
  const client = await talk.page.context().newCDPSession(talk.page);
  await client.send("Input.imeSetComposition", {
    text: "baoming",
    selectionStart: 7,
    selectionEnd: 7,
  });
  await talk.field.dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
  expect(await talk.turns.count()).toBe(1);
  await client.send("Input.insertText", { text: "报名" });
  await talk.field.press("Enter");
  await talk.page.locator(".mine").waitFor();
  expect(await talk.page.locator(".mine").innerText()).toContain("报名");
});

test("a deep link asks what it names once, under a title and a preview of its own", async () => {
  const talk = await arrive("/?ask=fee&level=三级");
  await talk.expectToSee("500");
  expect(await talk.page.title()).toBe(`三级 费用 · ${words.title}`);
  const preview = talk.page.locator('meta[property="og:description"]');
  expect(await preview.getAttribute("content")).toContain("500");
  expect(new URL(talk.page.url()).search).toBe("");
  await talk.page.reload();
  await talk.page.getByRole("textbox").waitFor();
  expect(await talk.page.locator(".mine").count()).toBe(1);
});

test.each([
  ["/?ask=eligibility", "您想看哪个等级"],
  ["/?ask=timetable.month&month=5", "6月底前"],
  ["/?ask=conduct", "附件2"],
])("%s opens the right place", async (path, shows) => {
  const talk = await arrive(path);
  await talk.expectToSee(shows);
});

test.each(["/?ask=nothing", "/?ask=", "/?ask=fee&ask=conduct", "/?level=三级", "/?ask=<script>"])(
  "%s asks nothing and opens as ever",
  async (path) => {
    const talk = await arrive(path);
    expect(await talk.turns.count()).toBe(1);
    expect(await talk.page.title()).toBe(words.title);
  },
);

test("a choice is styled by what it does, never by what the pack calls it", async () => {
  const talk = await arrive("/?ask=eligibility");
  await talk.expectToSee("您想看哪个等级");
  const chips = talk.page.locator(".turn:last-child .chip");
  await chips.first().waitFor();
  expect(await talk.page.locator(".chip:not([class=chip])").count()).toBe(0);
  expect(await chips.first().getAttribute("data-verb")).toBe("tell");
  expect(await chips.last().getAttribute("data-command")).toBe("back");
});

test("what is written is shown and never taken for markup", async () => {
  const talk = await arrive();
  await talk.say("<img src=x onerror=alert(1)><b>400</b>");
  await talk.page.locator(".turn:last-child article").waitFor();
  expect(await talk.page.locator(".mine").innerText()).toContain("<img src=x");
  expect(await talk.page.locator(".mine img, .mine b").count()).toBe(0);
});

test("without JavaScript there is a sentence with the phone and the official link", async () => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origin());
  expect(await page.locator("body").innerText()).toContain("021-52411861");
  expect(await page.getByRole("link").getAttribute("href")).toBe(
    "https://edu.mia.org.cn/planlist/mia",
  );
});

test("all that is asked for is asked of this server, and prints without what only a screen needs", async () => {
  const context = await visitor({ hasTouch: false, isMobile: false });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (one) => void asked.add(new URL(one.url()).origin));
  await page.goto(`${origin()}/?ask=fee`);
  await page.getByText("400").first().waitFor();
  expect([...asked]).toEqual([origin()]);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("textbox").isVisible()).toBe(false);
  expect(await page.getByText("400").first().isVisible()).toBe(true);
});

test("dark when the phone is dark, light when it is light", async () => {
  const grounds = await Promise.all(
    (["dark", "light"] as const).map(async (colorScheme) => {
      const { page } = await arrive("/", { colorScheme });
      return page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    }),
  );
  expect(grounds).toEqual(["rgb(17, 17, 17)", "rgb(237, 237, 237)"]);
});

test("it can be installed: a manifest with pictures that are there", async () => {
  const manifest = (await (await fetch(`${origin()}/manifest.webmanifest`)).json()) as {
    name: string;
    icons: { src: string; type: string }[];
  };
  expect(manifest.name).toContain(words.title);
  for (const { src, type } of manifest.icons) {
    const picture = await fetch(`${origin()}${src}`);
    expect([src, picture.status, picture.headers.get("content-type")]).toEqual([src, 200, type]);
  }
});

test("nothing moves for those who want nothing to move", async () => {
  const behaviours = await Promise.all(
    (["reduce", "no-preference"] as const).map(async (reducedMotion) => {
      const { page } = await arrive("/", { reducedMotion });
      return page.evaluate<string>(
        "getComputedStyle(document.querySelector('.log')).scrollBehavior",
      );
    }),
  );
  expect(behaviours).toEqual(["auto", "smooth"]);
});

test("the dates of a month go into a calendar, and a card into the clipboard", async () => {
  const talk = await arrive("/?ask=timetable.month&month=5", {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const link = talk.page.getByRole("link", { name: words.calendar });
  const calendar = await fetch(new URL((await link.getAttribute("href")) ?? "", origin()));
  expect(calendar.headers.get("content-type")).toContain("text/calendar");
  await talk.say("在哪报名");
  await talk.page
    .getByRole("button", { name: `${words.copy} 协会报名系统` })
    .last()
    .tap();
  await talk.expectToSee(words.copied);
  expect(await talk.page.evaluate("navigator.clipboard.readText()")).toBe(
    "https://edu.mia.org.cn/planlist/mia",
  );
  await talk.page
    .getByRole("button", { name: `${words.qr} 协会报名系统` })
    .last()
    .tap();
  await talk.page.getByRole("dialog").getByRole("img", { name: words.qr_of }).waitFor();
});

test("a calendar that cannot be fetched leaves the conversation where it is", async () => {
  const talk = await arrive("/?ask=timetable.month&month=5");
  await talk.expectToSee("6月底前");
  await talk.page.context().setOffline(true);
  await talk.page.getByRole("link", { name: words.calendar }).tap();
  await talk.page.waitForTimeout(300);
  expect(new URL(talk.page.url()).origin).toBe(origin());
  expect(await talk.reads()).toContain("6月底前");
});

test("a verdict is taken along as a receipt that opens from the page, and back leads to the conversation", async () => {
  const talk = await arrive();
  await talk.say("我大专电商应届，20岁，四级能考吗");
  await talk.tap("带走结果");
  const link = talk.page.locator(".hand-off a").last();
  await link.waitFor();
  await talk.page.goto((await link.getAttribute("href")) ?? "");
  await talk.page.getByRole("heading", { name: "【四级】符合申报条件" }).waitFor();
  await talk.page.goBack();
  await talk.expectToSee("代码");
});
