import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTalk, words } from "./talking.ts";

/** The site of somebody else, who allows no script, frame or style but ours. */
let site: Server;
let address = "";
let assistant = "";
const { visitor, serve } = useTalk();
beforeAll(async () => {
  site = createServer((request, response) => {
    const ours = `script-src ${assistant}; frame-src ${assistant}; style-src 'none'; default-src 'none'`;
    response.setHeader("content-security-policy", ours);
    response.setHeader("content-type", "text/html; charset=utf-8");
    const ask = request.url === "/fee" ? ' data-ask="fee"' : "";
    response.end(`<!doctype html><html lang="zh-CN"><title>site</title><h1>协会</h1>
      <script src="${assistant}/embed.js" async${ask}></script></html>`);
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  address = `http://localhost:${(site.address() as AddressInfo).port}`; // another site than 127.0.0.1
  assistant = (await serve({ EMBED_ORIGINS: address })).origin;
});
afterAll(() => void site.close());

/** Opens the launcher on the other site. */
async function launch(path = "/"): Promise<{ page: Page; frame: FrameLocator }> {
  const context = await visitor({ hasTouch: false, isMobile: false });
  const page = await context.newPage();
  await page.goto(address + path);
  await page.getByRole("button", { name: words.launch }).click();
  return { page, frame: page.frameLocator("iframe") };
}

test("one script puts the assistant on another site, which loads nothing more until it is opened", async () => {
  const context = await visitor();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (one) => void asked.push(one.url()));
  await page.goto(address);
  await page.getByRole("button", { name: words.launch }).waitFor();
  expect(asked.filter((url) => url.startsWith(assistant))).toEqual([`${assistant}/embed.js`]);
});

test("in the frame a conversation goes on from message to message, with no cookie", async () => {
  const { page, frame } = await launch();
  const field = frame.getByRole("textbox");
  await field.fill("我大专电商应届，四级能考吗");
  await field.press("Enter");
  await frame.getByRole("button", { name: "满16周岁" }).click();
  await frame.getByText("【四级】符合申报条件").waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

test("it is closed from within and by Escape, and opens again where it was", async () => {
  const { page, frame } = await launch("/fee");
  await frame.getByText("400").first().waitFor();
  const button = page.getByRole("button", { name: words.launch });
  await frame.getByRole("button", { name: words.close }).click();
  await page.locator("iframe").waitFor({ state: "hidden" });
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  await button.click();
  await frame.getByText("400").first().waitFor();
  await frame.getByRole("textbox").press("Escape");
  await page.locator("iframe").waitFor({ state: "hidden" });
});

test("a site that is not among EMBED_ORIGINS gets no frame", async () => {
  const { origin } = await serve({});
  const answer = await fetch(origin);
  expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect(answer.headers.get("content-security-policy")).not.toContain(address);
});
