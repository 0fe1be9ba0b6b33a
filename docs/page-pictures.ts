import type { Browser } from "playwright-core";
import { type Stage, arrive, freshTab } from "../bench/page/candidate.ts";
import { serveFresh } from "../bench/page/served.ts";
import { type View, VIEWS } from "../bench/page/views.ts";
import { loadPack } from "../src/knowledge/load.ts";
import { openBrowser } from "../test/browser.ts";

/** Writes docs/page.png: the page as a browser really shows it, four views side by side, for the README. */
const SHOWN = [
  { name: "arrival", colorScheme: "light" },
  { name: "verdict", colorScheme: "light" },
  { name: "conduct scale", colorScheme: "dark" },
  { name: "hand-off", colorScheme: "light" },
] as const;
const PACK = "content/quanmeiti-2026";
const WRITTEN = "docs/page.png";
const [WIDTH, GAP] = [1160, 16];

async function picture(
  stage: Stage,
  { name, colorScheme }: (typeof SHOWN)[number],
): Promise<Buffer> {
  const page = await freshTab(stage, {
    colorScheme,
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
  });
  await viewOf(name).show(await arrive(page, stage), stage.words);
  await page.evaluate("document.activeElement.blur()"); // no caret
  const taken = await page.screenshot({ animations: "disabled" });
  await page.context().close();
  return taken;
}

function viewOf(name: string): View {
  const view = VIEWS.find((one) => one.name === name);
  if (!view) throw new Error(`pictures: bench/page/views.ts has no view ${name}`);
  return view;
}

/** The browser is also what puts the pictures side by side. */
async function sideBySide(browser: Browser, pictures: readonly Buffer[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 } });
  const images = pictures.map(
    (png) => `<img src="data:image/png;base64,${png.toString("base64")}">`,
  );
  await page.setContent(`<!doctype html>
    <style>
      body { display: flex; align-items: flex-start; gap: ${GAP}px; margin: 0; }
      img { flex: 1; min-width: 0; border-radius: 12px; box-sizing: border-box; border: 1px solid #b0b0b0; }
    </style>
    ${images.join("")}`);
  await page.screenshot({ path: WRITTEN, fullPage: true, omitBackground: true });
  await page.close();
}

const [served, browser] = await Promise.all([serveFresh(), openBrowser()]);
try {
  const words = loadPack(PACK).page;
  const stage: Stage = { browser, origin: served.origin, words, hosts: new Set() };
  const pictures: Buffer[] = [];
  for (const shown of SHOWN) pictures.push(await picture(stage, shown));
  await sideBySide(browser, pictures);
} finally {
  await browser.close();
  await served.stop();
}
