import { expect, test } from "vitest";
import { type Talk, useTalk, words } from "./talking.ts";

const { arrive } = useTalk();

test("without a clipboard what is selected is copied, in a sheet too, and it is read out", async () => {
  const talk = await arrive("/?ask=fee", { permissions: ["clipboard-read", "clipboard-write"] });
  await talk.expectToSee("400");
  await talk.page.evaluate("navigator.clipboard.writeText('before')");
  await talk.page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
  await talk.tap("二(四)2");
  const sheet = talk.page.getByRole("dialog");
  const copy = sheet.getByRole("button", { name: `${words.copy} ` }).first();
  await copy.tap();
  const status = sheet.getByRole("status").filter({ hasText: words.copied });
  await status.waitFor();
  expect(await sheet.locator("button [role=status]").count()).toBe(0);
  expect(await talk.page.evaluate("navigator.clipboard.readText()")).toContain("https://");
  expect(await sheet.locator(".copy:focus").count()).toBe(1);
});

test("what could not be copied is not called copied", async () => {
  const talk = await arrive();
  await talk.say("在哪报名");
  const copy = talk.page.getByRole("button", { name: `${words.copy} 协会报名系统` }).last();
  await copy.waitFor();
  await talk.page.evaluate(`
    navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
    HTMLTextAreaElement.prototype.focus = HTMLTextAreaElement.prototype.select = () => undefined;
  `);
  await copy.tap();
  await talk.expectToSee(words.copy_failed);
});

test("a sheet over a sheet keeps the keyboard, and back leads from one to the other and to the page", async () => {
  const talk = await arrive("/?ask=fee");
  await talk.expectToSee("400");
  await talk.button("二(四)2").focus();
  await talk.page.keyboard.press("Enter");
  const sheets = talk.page.locator("dialog[open]");
  const qr = sheets.getByRole("button", { name: `${words.qr} ` }).first();
  await qr.focus();
  await talk.page.keyboard.press("Enter");
  await sheets.getByRole("img", { name: words.qr_of }).waitFor();
  expect(await sheets.count()).toBe(2);
  expect(await sheets.last().locator(":focus").count()).toBe(1);
  await talk.page.goBack();
  await expect.poll(() => sheets.count()).toBe(1);
  await expect.poll(() => sheets.locator(".copy:focus").innerText()).toBe(words.qr);
  await talk.page.goBack();
  await expect.poll(() => sheets.count()).toBe(0);
  await talk.page.locator(".sources button:focus").waitFor();
  await expectToLeave(talk);
});

test("a sheet that is opened as soon as the last one closes stays", async () => {
  const talk = await arrive();
  await talk.tap(words.menu);
  await talk.page.getByRole("dialog").waitFor();
  await talk.page.evaluate(`(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let times = 0; times < 3; times++) {
      document.querySelector("dialog .close").click();
      await frame();
      document.querySelector(".capsule button").click();
      for (let frames = 0; frames < 4; frames++) await frame();
    }
  })()`);
  await talk.page.waitForTimeout(300);
  expect(await talk.page.getByRole("dialog", { name: words.options }).count()).toBe(1);
  await talk.page.goBack();
  await talk.page.getByRole("dialog").waitFor({ state: "detached" });
  await expectToLeave(talk);
});

test("a reload with a sheet open, and forward to one that was closed, leave no empty step back", async () => {
  const talk = await arrive();
  await talk.tap(words.menu);
  await talk.page.getByRole("dialog").waitFor();
  await expect.poll(() => talk.page.evaluate("history.state")).toBe(1);
  await talk.page.goBack();
  await talk.page.getByRole("dialog").waitFor({ state: "detached" });
  await talk.page.goForward();
  await expect.poll(() => talk.page.evaluate("history.state")).toBeNull();
  await talk.tap(words.menu);
  await expect.poll(() => talk.page.evaluate("history.state")).toBe(1);
  await talk.page.reload();
  await talk.page.getByRole("textbox").waitFor();
  await expectToLeave(talk);
});

/** One press of the back button is enough. */
async function expectToLeave({ page }: Talk): Promise<void> {
  await expect.poll(() => page.evaluate("history.state")).toBeNull();
  await page.goBack();
  expect(page.url()).toBe("about:blank");
}

test("a clearing that arrives when another sheet is open leaves that there, and is read out", async () => {
  const talk = await arrive();
  await talk.say("四级多少钱");
  await talk.expectToSee("400");
  let clear = (): void => undefined;
  await talk.page.route("**/api/**", async (route) => {
    if (route.request().method() === "DELETE") await new Promise<void>((done) => (clear = done));
    await route.continue();
  });
  await talk.tap(words.options);
  await talk.tap(words.clear);
  await talk.page.keyboard.press("Escape");
  await talk.page.getByRole("dialog").waitFor({ state: "detached" });
  await talk.tap(words.menu);
  await talk.page.getByRole("dialog", { name: words.topics }).waitFor();
  clear();
  await talk.page.getByText(words.cleared).waitFor();
  expect(await talk.page.getByRole("dialog", { name: words.topics }).count()).toBe(1);
  expect(await talk.turns.count()).toBe(1);
});
