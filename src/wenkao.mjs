#!/usr/bin/env node
// Runs the bundle of the sources, or the TypeScript sources as they are, from whichever folder it is called.
import { BUNDLE, isFresh } from "./bundle.mjs";

if (isFresh()) await import(BUNDLE.href);
else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./cli.ts");
}
