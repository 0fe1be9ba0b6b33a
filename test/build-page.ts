import { build } from "vite";

/** Runs once before all tests (vitest's `globalSetup`): what they look at is the page as it is written now. */
export default async function buildPage(): Promise<void> {
  await build({ configFile: "vite.config.ts", logLevel: "warn" });
}
