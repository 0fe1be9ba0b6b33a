/** Saves turn after turn in the store at argv[2] and prints the number of each once it is acknowledged. */
import { writeSync } from "node:fs";
import { openLmdbStore } from "../../../src/store/lmdb.ts";

const store = openLmdbStore({ path: process.argv[2] ?? "" });
for (let number = 0; ; number += 1) {
  const conversation = `c${number % 7}`;
  const loaded = await store.load(conversation, `${number}`);
  if (loaded.answered !== undefined) throw new Error("a number was saved before its turn");
  const saved = { state: `${number}`, message: `${number}`, record: "x".repeat(number % 5000) };
  if (!(await store.save(conversation, loaded.revision, saved))) throw new Error("conflict");
  writeSync(1, `${number}\n`);
}
