/**
 * Run under a file size limit: fills the store at argv[2] until a save fails, makes room,
 * saves again, and prints a report of it as JSON.
 */
import { openLmdbStore } from "../../../src/store/lmdb.ts";
import { StoreError } from "../../../src/store/store.ts";

const LARGE = "x".repeat(100_000);
const store = openLmdbStore({ path: process.argv[2] ?? "" });
const save = (conversation: string, text: string) =>
  store.save(conversation, undefined, { state: text, message: "1", record: text });

let filled = 0;
let fault: unknown;
while (fault === undefined && filled < 1000) {
  try {
    await save(`c${filled}`, LARGE);
    filled += 1;
  } catch (error) {
    fault = error;
  }
}
const refused = await Promise.allSettled(["x", "y", "z"].map((id) => save(id, LARGE)));
const half = await store.last(`c${filled}`);
const kept = await Promise.all(
  Array.from({ length: filled }, (_, index) => store.last(`c${index}`)),
);
await store.erase("c0");
await store.erase("c1");
const later = await save("later", LARGE);
await store.close();

const report = {
  fault: fault instanceof StoreError ? fault.message : `no StoreError: ${String(fault)}`,
  hasCause: fault instanceof Error && fault.cause instanceof Error,
  refused: refused.map(({ status }) => status),
  half,
  lost: kept.filter(({ state, record }) => state !== LARGE || record !== LARGE).length,
  later,
};
process.stdout.write(JSON.stringify(report));
