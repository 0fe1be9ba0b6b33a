import { fileURLToPath } from "node:url";
import { BUNDLE, isFresh } from "../src/bundle.mjs";
import { createPreparedPacks } from "../src/prepared-pack.ts";
import { createNames } from "../src/rules/names.ts";

/** Where the real pack stands; read only. */
export const PACK_DIRECTORY = fileURLToPath(new URL("../content/quanmeiti-2026", import.meta.url));
const beside = isFresh() ? BUNDLE.href : import.meta.url; // else it is prepared by each file of tests
export const prepared = await createPreparedPacks(beside).open(PACK_DIRECTORY);
export const { pack, learned } = prepared;
export const names = createNames(pack);
