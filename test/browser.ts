import { spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";
import { BROWSERS } from "./install-needs.ts";

/**
 * Starts the browser of this machine, without a window.
 * @param args further ones of its command line
 */
export function openBrowser(...args: readonly string[]): Promise<Browser> {
  const look = `command -v ${BROWSERS.join(" || command -v ")}`;
  const executablePath = spawnSync("sh", ["-c", look], { encoding: "utf8" }).stdout.trim();
  // root has no sandbox, and the only pages are our own
  return chromium.launch({ executablePath, args: ["--no-sandbox", ...args] });
}
