import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { createReceipts } from "../../src/receipt.ts";
import { openBrowser } from "../browser.ts";
import { SECRET, useServer } from "../channels/http/served.ts";
import { AT } from "../quanmeiti-assistant.ts";
import { names, pack, prepared } from "../quanmeiti-pack.ts";

/** As much as one can tell: both levels, something of everything. */
const FACTS = {
  target: "all",
  age: [336],
  school: "成人高等教育",
  status: "graduated",
  major: "新闻学",
  occupation: "unclear",
  work_years: "2019-03/2024-05",
  certificate: "四级",
  certificate_occupation: "own",
  certificate_years: [12, 12],
  title: "junior",
  title_years: [8, 8],
  "school.2": "none",
  "occupation.2": "none",
  "certificate.2": "none",
};
const CODE = createReceipts({ pack, names, secret: SECRET }).issue(FACTS, "2026-05-20");
const { receipts } = createAssistant(prepared, () => AT, { secret: SECRET });
const { serve } = useServer();

let browser: Browser;
let page: Page;
let there = "";
const faults: string[] = [];
const requested: string[] = [];
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
beforeEach(async () => {
  there = await serve({ receipts, now: () => AT });
  page = await browser.newPage({ viewport: { width: 375, height: 740 } });
  page.on("pageerror", (error) => void faults.push(error.message));
  page.on("console", (said) => void (said.text().includes("404") || faults.push(said.text())));
  page.on("request", (request) => void requested.push(request.url()));
});
afterEach(async () => {
  await page.close();
  const found = faults.splice(0);
  if (found.length > 0) throw new Error(`the page complains: ${found.join("; ")}`);
});

test("the page of a link shows the receipt, and its code is in no address that is asked for", async () => {
  await page.goto(`${there}/r#${CODE}`);
  await page.getByRole("heading", { name: "【四级】需要请协会确认" }).waitFor();
  const text = await page.locator("main").innerText();
  for (const part of ["2026-05-20", "第1版", "2026-12-31", "新闻学", "【三级】目前不符合"])
    expect(text).toContain(part);
  for (const sign of ["✓ 符合", "？要确认", "✗ 不符合", "附件1 三级(6)", "怎样能达到三级"])
    expect(text).toContain(sign);
  expect(await page.getByRole("img").getAttribute("aria-label")).toBe(pack.wording.sheet_scan);
  expect(await page.getByRole("link").getAttribute("href")).toBe("/");
  const width = await page.evaluate("document.documentElement.scrollWidth");
  expect(width).toBeLessThanOrEqual(375);
  expect(requested.filter((url) => url.includes(CODE.slice(0, 8)) && !url.includes("#"))).toEqual(
    [],
  );
});

test("it prints on one sheet, without buttons", async () => {
  await page.goto(`${there}/r#${CODE}`);
  await page.locator("header").waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").isVisible()).toBe(false);
});

test("a code that was altered is refused, and the right one after it opens", async () => {
  page.removeAllListeners("console"); // a browser logs every 422
  await page.goto(`${there}/r#${CODE.slice(1)}`);
  expect(await page.getByRole("alert").innerText()).toBe(pack.wording.unclear_receipt_tampered);
  await page.evaluate(`location.hash = "${CODE}"`);
  await page.locator("header").waitFor();
});

test("a link without its code says so", async () => {
  await page.goto(`${there}/r`);
  expect(await page.getByRole("alert").innerText()).toBe(pack.wording.sheet_missing);
});
