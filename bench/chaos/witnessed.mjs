// `wenkao` as src/wenkao.mjs starts it, with a witness at the embedded store.
import { register } from "tsx/esm/api";

register();
await import("./lmdb-witness.ts");
await import("../../src/cli.ts");
