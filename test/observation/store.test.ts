import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { observeStore } from "../../src/observation/store.ts";
import { openLmdbStore } from "../../src/store/lmdb.ts";
import { StoreError, type Store } from "../../src/store/store.ts";
import { takeNotes, type Notes } from "./observed.ts";

let path = "";
let notes: Notes;
let store: Store;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "wenkao-observed-"));
  notes = takeNotes();
  store = observeStore(openLmdbStore({ path }), notes.registry, notes.logger);
});
afterEach(async () => {
  await store.close();
  await rm(path, { recursive: true });
});

const saved = { state: "state", message: "1", record: "record" };

test("is the same store", async () => {
  expect(await store.load("c", "1")).toEqual({ revision: undefined });
  expect(await store.save("c", undefined, saved)).toBe(true);
  expect(await store.last("c")).toEqual({ state: "state", record: "record" });
  await store.ping();
  await store.erase("c");
  expect(await store.last("c")).toEqual({});
});

test("counts conflicts", async () => {
  expect(await notes.metrics()).toContain("wenkao_store_conflicts_total 0");
  await store.save("c", undefined, saved);
  await store.save("c", undefined, saved);
  await store.save("c", "stale", saved);
  expect(await notes.metrics()).toContain("wenkao_store_conflicts_total 2");
});

test("counts errors by operation, logs one a second, and passes them on", async () => {
  expect(await notes.metrics()).toContain('wenkao_store_errors_total{operation="save"} 0');
  await store.close();
  for (let count = 0; count < 3; count += 1)
    await expect(store.load("c", "1")).rejects.toThrow(StoreError);
  await expect(store.save("c", undefined, saved)).rejects.toThrow(StoreError);
  expect(await notes.metrics()).toContain('wenkao_store_errors_total{operation="load"} 3');
  expect(await notes.metrics()).toContain('wenkao_store_errors_total{operation="save"} 1');
  expect(notes.lines).toHaveLength(1);
  expect(notes.lines[0]).toMatchObject({ operation: "load", err: { type: "StoreError" } });
});
