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
let stranger = "";
const { visitor, serve, origin } = useTalk();
beforeAll(async () => {
  site = createServer((request, response) => {
    const styles = request.url === "/rules" ? "'unsafe-inline'" : "'none'";
    const ours = `${assistant} ${stranger}`;
    response.setHeader(
      "content-security-policy",
      `script-src ${ours}; frame-src ${ours}; style-src ${styles}; default-src 'none'`,
    );
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(siteAt(request.url ?? "/"));
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  address = `http://localhost:${(site.address() as AddressInfo).port}`; // another site than 127.0.0.1
  assistant = (await serve({ EMBED_ORIGINS: address })).origin;
  stranger = origin(); // names no site in EMBED_ORIGINS
});
afterAll(() => void site.close());

/** Rules of a site that mean its own boxes, or everything. */
const RULES = `
  body > div, body > :not(h1) { display: none !important; }
  body > * { position: relative; left: 400vw; transform: translateX(400vw); opacity: 0; visibility: hidden; }
`;

function siteAt(path: string): string {
  const script = (more = "", of = assistant) => `<script src="${of}/embed.js" ${more}></script>`;
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="zh-CN"><head><title>site</title>${head}</head><body><h1>协会</h1>${body}</body></html>`;
  switch (path) {
    case "/fee":
      return page("", script('async data-ask="fee"'));
    case "/head":
      return page(script(), "");
    case "/twice":
      return page(script(), script("async") + script());
    case "/rules":
      return page(`<style>${RULES}</style>`, script("async"));
    case "/stranger":
      return page("", script("async", stranger));
    default:
      return page("", script("async"));
  }
}

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

test("Escape that drops a word of an input method closes nothing", async () => {
  const { page, frame } = await launch();
  const field = frame.getByRole("textbox");
  await field.dispatchEvent("keydown", { key: "Escape", isComposing: true });
  await field.dispatchEvent("keydown", { key: "Escape", keyCode: 229 });
  await page.evaluate("new Promise((done) => setTimeout(done, 200))");
  expect(await page.locator("iframe").isVisible()).toBe(true);
  await field.press("Escape");
  await page.locator("iframe").waitFor({ state: "hidden" });
});

test.each([
  ["/head", "before there is a body"],
  ["/twice", "named more than once"],
  ["/rules", "on a site whose rules mean everything in its body"],
])("%s: there is one button, in its corner, %s", async (path) => {
  const { page, frame } = await launch(path);
  await frame.getByRole("textbox").waitFor();
  const button = page.getByRole("button");
  expect(await button.count()).toBe(1);
  const box = await button.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(Math.round(width - (box?.x ?? 0) - (box?.width ?? 0))).toBe(16);
  expect(Math.round(height - (box?.y ?? 0) - (box?.height ?? 0))).toBe(16);
});

test("a site that is not among EMBED_ORIGINS gets no frame: the browser refuses it", async () => {
  const answer = await fetch(stranger);
  expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  const { page } = await launch("/stranger");
  await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/u);
  expect(await page.frameLocator("iframe").getByRole("textbox").count()).toBe(0);
});
