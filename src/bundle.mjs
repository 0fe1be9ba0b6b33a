// The sources in few files, which start in half the time; made in dist by `npm run build`, and never run once they differ.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const DIST = new URL("dist/", ROOT);
const MARK = new URL("server.sources", DIST);
const MADE_OF = ["src", "machines", "package.json", "package-lock.json"];

export const BUNDLE = new URL("server.js", DIST);

/** Whether the bundle was made of these very sources and versions of packages. */
export function isFresh() {
  return existsSync(MARK) && readFileSync(MARK, "utf8") === digestOfSources();
}

/**
 * To call before a bundle is made: nothing of the one before stays, nor the packs that it prepared.
 * @returns what to call once it is made: it is fresh if no source changed meanwhile
 */
export function beginBundle() {
  for (const name of existsSync(DIST) ? readdirSync(DIST) : [])
    if (/^(?:server|packs$)/u.test(name)) rmSync(new URL(name, DIST), { recursive: true });
  const digest = digestOfSources();
  return () => writeFileSync(MARK, digest);
}

/** @returns SHA-256 in hex, over the path and content of each */
function digestOfSources() {
  const hash = createHash("sha256");
  for (const path of MADE_OF.flatMap(filesIn)) {
    const content = readFileSync(new URL(path, ROOT));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** @returns paths from the root, always in the same order */
function filesIn(path) {
  const url = new URL(path, ROOT);
  const found = statSync(url, { throwIfNoEntry: false });
  if (!found) return []; // an installed package has no lock file
  if (found.isFile()) return [path];
  return readdirSync(url)
    .toSorted()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
