import type { FactValue } from "../../../machines/words.ts";

/** One job, diploma or certificate told: the attributes of the list that it belongs to. */
export type Thing = Readonly<Record<string, FactValue | undefined>>;
