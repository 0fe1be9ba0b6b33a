/**
 * `npm run bench:speed`: what a start pays to understand, in time and memory, where the pack was kept; what a message costs that
 * is asked in a conversation that has only begun: the labelled messages of the tests, none of which is an example; and what
 * learning costs, which `npm run build` does once. The sources are bundled and node is started as by `npm start`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUNDLE, isFresh } from "../../src/bundle.mjs";
import { bundle } from "../bundle.ts";
import { NODE_FLAGS } from "../node-flags.ts";

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

if (!isFresh())
  throw new Error("bench:speed: no pack is kept for these sources; run npm run build first");
const directory = mkdtempSync(join(tmpdir(), "wenkao-speed-"));
try {
  await bundle(pathOf("speed-of-one.ts"), directory, "speed-of-one.js");
  const measured = join(directory, "speed-of-one.js");
  const about = [
    pathOf("../../content/quanmeiti-2026"),
    pathOf("../../test/understanding/labelled/"),
  ];
  const { status } = spawnSync(process.execPath, [...NODE_FLAGS, measured, BUNDLE.href, ...about], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(directory, { recursive: true });
}
