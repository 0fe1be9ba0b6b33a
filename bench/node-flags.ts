import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { scripts: { start: string } };

/** What `npm start` hands to node, so that what is measured is what is run. */
export const NODE_FLAGS: readonly string[] = scripts.start
  .split(" ")
  .filter((word) => word.startsWith("--"));
