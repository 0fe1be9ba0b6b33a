/**
 * Loaded by witnessed.ts before `wenkao serve`: notes every turn in a ledger beside it, and at a signal kills
 * the process in the next save: before it writes, in the open transaction, or when that is committed.
 */
import { Database } from "../../src/store/lmdb/database.ts";
import type { Entries } from "../../src/store/lmdb/opening.ts";
import { note } from "./lmdb-ledger.ts";
import { KILL_IN_SAVE } from "./lmdb-witness-signal.ts";
import { oneOf } from "./random.ts";

const POINTS = ["before", "inside", "after"] as const;
let fatal: (typeof POINTS)[number] | undefined;
process.on(KILL_IN_SAVE, () => (fatal = oneOf(Math.random, POINTS)));

// oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
const write = Database.prototype.write;
Database.prototype.write = async function witnessed<T>(
  this: Database,
  change: (entries: Entries) => T,
): Promise<T> {
  let saves = false;
  const kill = (here: typeof fatal): void => {
    if (saves && here === fatal) process.kill(process.pid, "SIGKILL");
  };
  const result = await write.call(this, (entries: Entries) => {
    const stored: { owner: string; message: string; state: string }[] = [];
    const watched = new Proxy(entries, {
      get(target, name) {
        if (name !== "putSync") return bound(target, name);
        return (...[key, entry]: Parameters<Entries["putSync"]>) => {
          if (Array.isArray(key) && key[1] === "s" && "state" in entry) {
            saves = true;
            kill("before");
            stored.push({ owner: String(key[0]), message: entry.message, state: entry.state });
          }
          return target.putSync(key, entry);
        };
      },
    });
    const changed = change(watched);
    for (const one of stored) note(entries, one);
    kill("inside");
    return changed;
  });
  kill("after");
  return result as T;
};

function bound(target: Entries, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === "function" ? (value.bind(target) as unknown) : value;
}
