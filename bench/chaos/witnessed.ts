// `wenkao` with a witness at the embedded store, which has to be there first.
await import("./lmdb-witness.ts");
await import("../../src/cli.ts");
