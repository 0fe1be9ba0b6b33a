import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openBrowser } from "../browser.ts";
import { type Serving, useServing } from "../commands/serving.ts";
import { pack } from "../quanmeiti-pack.ts";

export const words = pack.page;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Milliseconds after which a test says what it waited for in vain. */
const PATIENCE = 12_000;

/** Milliseconds until a person's next touch; a sooner one is the second of a double tap. */
export const A_MOMENT = 350;

/** What a page complained of: scripts that threw, and what the policy or the network refused. */
const complaints: string[] = [];
/** What is meant to fail says so in the console. */
const MEANT = /Failed to load resource|net::ERR_|frame-ancestors/u;

/**
 * Gives each test a browser of its own, and all of them one real server.
 * @param settings of the server, known once the tests begin, such as REDIS_URL
 */
export function useTalk(settings: () => Readonly<Record<string, string>> = () => ({})) {
  const serve = useServing("all");
  let serving: Serving;
  const contexts: BrowserContext[] = [];
  let browser: Browser;
  beforeAll(async () => {
    [browser, serving] = await Promise.all([openBrowser(), serve(settings())]);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  const visitor = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...PHONE, ...options });
    context.setDefaultTimeout(PATIENCE);
    context.on("weberror", (error) => void complaints.push(String(error.error())));
    context.on("console", (said) => {
      if (said.type() === "error" && !MEANT.test(said.text())) complaints.push(said.text());
    });
    contexts.push(context);
    return context;
  };
  return {
    origin: () => serving.origin,
    /** Another server with settings of its own. */
    serve,
    visitor,
    /** A candidate on a phone who has just come to the page. */
    async arrive(path = "/", options: BrowserContextOptions = {}): Promise<Talk> {
      const context = await visitor(options);
      return talkOn(await context.newPage(), new URL(path, serving.origin).href);
    },
  };
}

export type Talk = Awaited<ReturnType<typeof talkOn>>;

/** The page as somebody uses it. */
export async function talkOn(page: Page, url: string) {
  await page.goto(url);
  const field = page.getByRole("textbox", { name: words.write });
  await field.waitFor();
  const turns = page.locator(".turn");
  const button = (name: string) => page.getByRole("button", { name, exact: true }).last();
  const touch = async (target: Locator): Promise<void> => {
    await target.tap();
    await page.waitForTimeout(A_MOMENT);
  };
  return {
    page,
    field,
    turns,
    button,
    /** Types and sends. */
    async say(text: string): Promise<void> {
      await field.fill(text);
      await field.press("Enter");
    },
    tap: (name: string): Promise<void> => touch(button(name)),
    touch,
    /** Waits until the last turn shows this. */
    async expectToSee(text: string | RegExp): Promise<void> {
      await turns.last().getByText(text).last().waitFor();
    },
    /** What is on the page, as it reads. */
    reads: (): Promise<string> => page.locator("main").innerText(),
    /** The page is not wider than the screen. */
    async expectFits(): Promise<void> {
      const [scroll, width] = await Promise.all([
        page.evaluate<number>("document.documentElement.scrollWidth"),
        page.evaluate<number>("document.documentElement.clientWidth"),
      ]);
      expect(scroll).toBeLessThanOrEqual(width);
    },
  };
}
