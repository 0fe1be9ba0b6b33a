import { expect, test } from "vitest";
import { useTalk, words } from "./talking.ts";

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
