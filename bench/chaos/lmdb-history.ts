import { join } from "node:path";
import { openEntries } from "../../src/store/lmdb/opening.ts";
import type { Applied } from "./history.ts";
import { ledgerRange } from "./lmdb-ledger.ts";

/**
 * Read off the ledger that lmdb-witness.ts keeps; of a store that no process has open.
 * @param dataDirectory the DATA_DIR
 */
export async function lmdbHistory(dataDirectory: string): Promise<Applied[]> {
  const entries = openEntries(join(dataDirectory, "store"));
  try {
    return Array.from(entries.getRange(ledgerRange), ({ value }) => {
      if (!("record" in value)) throw new Error("the ledger holds something else");
      return JSON.parse(value.record) as Applied;
    });
  } finally {
    await entries.close();
  }
}
