import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import * as bundle from "../src/bundle.mjs";
import { Entries } from "../src/knowledge/entries.ts";
import { createPreparedPacks } from "../src/prepared-pack.ts";
import { PACK_DIRECTORY } from "./quanmeiti-pack.ts";

test("the tests start the bundle of these sources, and it has the pack prepared", async () => {
  expect(bundle.isFresh()).toBe(true);
  const { pack } = await createPreparedPacks(bundle.BUNDLE.href).open(PACK_DIRECTORY);
  expect(pack.answers).not.toBeInstanceOf(Entries); // as it is where the files were read
});

test("a bundle is fresh until a source is changed, added or removed, or changes while it is made", async () => {
  const root = await mkdtemp(join(tmpdir(), "wenkao-bundle-"));
  const source = (name: string): string => join(root, "src", name);
  for (const folder of ["src", "machines", "dist"]) await mkdir(join(root, folder));
  await copyFile(
    fileURLToPath(new URL("../src/bundle.mjs", import.meta.url)),
    source("bundle.mjs"),
  );
  await writeFile(join(root, "machines", "one.ts"), "1");
  const { isFresh, beginBundle } = (await import(
    pathToFileURL(source("bundle.mjs")).href
  )) as typeof bundle;

  expect(isFresh()).toBe(false);
  beginBundle()();
  expect(isFresh()).toBe(true);
  await writeFile(source("added.ts"), "");
  expect(isFresh()).toBe(false);
  await rm(source("added.ts"));
  expect(isFresh()).toBe(true);
  await writeFile(join(root, "machines", "one.ts"), "2");
  expect(isFresh()).toBe(false);
  for (const name of ["server.js", "server-part.js", "page", "packs"])
    await mkdir(join(root, "dist", name));
  const finish = beginBundle();
  expect(await readdir(join(root, "dist"))).toEqual(["page"]);
  await writeFile(join(root, "machines", "one.ts"), "3");
  finish();
  expect(isFresh()).toBe(false);
  await rm(root, { recursive: true });
});
