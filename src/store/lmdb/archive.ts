import type { Archive, Kept } from "../archive.ts";
import { newRevision } from "../revision.ts";
import { Database } from "./database.ts";
import { isLive, ownedBy, recordKey, stateKey } from "./entries.ts";
import type { Entries } from "./opening.ts";

/** @throws {StoreError} when the directory cannot be opened for writing */
export function openLmdbArchive(path: string): Archive {
  const database = new Database(path);
  return {
    async *all() {
      let owner = await database.read((entries) => ownerAfter(entries, ""));
      while (owner !== undefined) {
        const current = owner;
        const kept = await database.read((entries) => look(entries, current, Date.now()));
        if (kept) yield kept;
        owner = await database.read((entries) => ownerAfter(entries, current));
      }
    },
    put: (kept) => database.write((entries) => put(entries, kept, Date.now())),
    close: () => database.close(),
  };
}

function ownerAfter(entries: Entries, owner: string): string | undefined {
  const [key] = entries.getKeys({ start: stateKey(owner), exclusiveStart: true, limit: 1 });
  return Array.isArray(key) ? String(key[0]) : undefined;
}

/** One read, and so in one piece. */
function look(entries: Entries, owner: string, now: number): Kept | undefined {
  const state = entries.get(stateKey(owner));
  if (state === undefined || !("state" in state) || !isLive(state, now)) return undefined;
  const records = [...entries.getRange(ownedBy(owner))].flatMap(({ key, value }) =>
    "record" in value && isLive(value, now) ? [{ message: messageIn(key), ...value }] : [],
  );
  const { message, expires } = state;
  return { conversation: owner, state: state.state, message, expires, records };
}

function messageIn(key: unknown): string {
  return Array.isArray(key) ? String(key[2]) : "";
}

function put(entries: Entries, kept: Kept, now: number): void {
  const { conversation: owner, state, message, expires, records } = kept;
  for (const key of Array.from(entries.getKeys(ownedBy(owner)))) entries.removeSync(key);
  if (!isLive(kept, now)) return;
  entries.putSync(stateKey(owner), { revision: newRevision(), state, message, expires });
  for (const { message: id, ...entry } of records)
    if (isLive(entry, now)) entries.putSync(recordKey(owner, id), entry);
}
