import { execFileSync } from "node:child_process";
import { build } from "vite";

/** Runs once before all tests (vitest's `globalSetup`): what they look at and start is as it is written now. */
export default async function buildAll(): Promise<void> {
  for (const ssr of [false, true])
    await build({ configFile: "vite.config.ts", logLevel: "warn", build: { ssr } });
  execFileSync(process.execPath, ["src/wenkao.mjs", "prepare"]);
}
