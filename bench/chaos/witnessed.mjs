// Runs witnessed.ts as src/wenkao.mjs runs `wenkao`: its bundle, or by the sources where there is none of these.
import { existsSync } from "node:fs";
import { BUNDLE, isFresh } from "../../src/bundle.mjs";

const bundled = new URL("server-witnessed.js", BUNDLE);
if (isFresh() && existsSync(bundled)) await import(bundled.href);
else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./witnessed.ts");
}
