/** Opens the store at argv[2] as a user who may not write there, and prints the fault as JSON. */
import { openLmdbStore } from "../../../src/store/lmdb.ts";

const NOBODY = 65534;
// after the imports, because nobody may not be able to read this repository either
if (process.getuid?.() === 0) process.seteuid?.(NOBODY);
try {
  openLmdbStore({ path: process.argv[2] ?? "" });
  process.stdout.write(JSON.stringify({ name: "none" }));
} catch (error) {
  const { name, message, cause } = error instanceof Error ? error : new Error(String(error));
  process.stdout.write(JSON.stringify({ name, message, hasCause: cause instanceof Error }));
}
