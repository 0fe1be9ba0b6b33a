import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { PageData } from "../../src/page-data.ts";

/** Where the page is looked at. */
export interface Stage {
  readonly browser: Browser;
  readonly origin: string;
  readonly words: PageData["words"];
  /** Filled with every host that a page asks for something. */
  readonly hosts: Set<string>;
}

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const;

/** Milliseconds until a person's next touch; a sooner one is the second of a double tap. */
const A_MOMENT = 350;

/** A tab of a phone that was never here before. Close its context. */
export async function freshTab(
  { browser, hosts }: Stage,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, ...options });
  context.on("request", (request) => void hosts.add(new URL(request.url()).host));
  return context.newPage();
}

/** What a candidate does on the page; each waits for what comes of it. */
export interface Candidate {
  readonly page: Page;
  readonly say: (text: string) => Promise<void>;
  /** Taps the last button of this name, and waits for the reply. */
  readonly choose: (name: string) => Promise<void>;
  /** Taps it, whatever comes of it. */
  readonly tap: (name: string) => Promise<void>;
}

/** Opens the page and waits until it takes a message. */
export async function arrive(page: Page, { origin, words }: Stage): Promise<Candidate> {
  await page.goto(origin);
  const field = page.getByRole("textbox", { name: words.write });
  await field.waitFor();
  const turns = page.locator(".turn");
  const replied = async (act: () => Promise<void>): Promise<void> => {
    const next = turns.nth(await turns.count());
    await act();
    await next.locator("article, .failed").first().waitFor();
  };
  const tap = async (name: string): Promise<void> => {
    await page.getByRole("button", { name, exact: true }).last().tap();
    await page.waitForTimeout(A_MOMENT);
  };
  return {
    page,
    tap,
    choose: (name) => replied(() => tap(name)),
    say: (text) =>
      replied(async () => {
        await field.fill(text);
        await field.press("Enter");
      }),
  };
}
