import axe from "axe-core";
import type { Page } from "playwright-core";
import { type Stage, arrive, freshTab } from "./candidate.ts";
import { VIEWS } from "./views.ts";

/** What axe finds wrong with one view. */
export interface Examined {
  readonly view: string;
  /** One for each element, such as `color-contrast .chip (dark, 320 px)`. */
  readonly violations: readonly string[];
}

const THEMES = ["light", "dark"] as const;
const WIDTHS = [390, 320] as const;
const HEIGHT = 844;

/** Each view in both themes and widths. */
export async function examine(stage: Stage): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const { name, show } of VIEWS) {
    const page = await freshTab(stage);
    await show(await arrive(page, stage), stage.words);
    examined.push({ view: name, violations: await violationsOn(page) });
    await page.context().close();
  }
  return [...examined, await withoutScript(stage)];
}

/** The page is loaded without scripts; only then axe, which is one, is let in. */
async function withoutScript(stage: Stage): Promise<Examined> {
  const page = await freshTab(stage);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(stage.origin);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: false });
  const violations = await violationsOn(page);
  await page.context().close();
  return { view: "without JavaScript", violations };
}

async function violationsOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES)
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: HEIGHT });
      const violations = await run(page);
      found.push(...violations.map((violation) => `${violation} (${colorScheme}, ${width} px)`));
    }
  return found;
}

/** Rules that axe leaves out unless asked are asked for. */
const OPTIONS = JSON.stringify({ rules: { "target-size": { enabled: true } } });

/** Evaluated by the debugger, which the page's policy does not concern. */
async function run(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<axe.AxeResults>(
    `${axe.source}; axe.run(document, ${OPTIONS})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join()}`));
}
