import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { scripts: { start: string } };

const words = scripts.start.split(" ");
/** What `npm start` hands to node, so that what is measured is what is run. */
export const NODE_FLAGS: readonly string[] = words.slice(
  words.indexOf("node") + 1,
  words.findIndex((word) => word.endsWith(".mjs")),
);
