import { fileURLToPath } from "node:url";
import { loadPack } from "../src/knowledge/load.ts";
import { createNames } from "../src/rules/names.ts";

/** Where the real pack stands; read only. */
export const PACK_DIRECTORY = fileURLToPath(new URL("../content/quanmeiti-2026", import.meta.url));
export const pack = loadPack(PACK_DIRECTORY);
export const names = createNames(pack);
