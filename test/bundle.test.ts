import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import * as bundle from "../src/bundle.mjs";

test("the tests start the bundle of these sources", () => {
  expect(bundle.isFresh()).toBe(true);
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
  const finish = beginBundle();
  await writeFile(join(root, "machines", "one.ts"), "3");
  finish();
  expect(isFresh()).toBe(false);
  await rm(root, { recursive: true });
});
