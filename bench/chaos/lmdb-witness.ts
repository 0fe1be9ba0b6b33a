/**
 * Loaded by witnessed.mjs before `wenkao serve`: notes every turn in a ledger beside it, and kills
 * the process at a point of a save. CHAOS_KILL: `before`, `inside` or `after`, and which save: `inside:7`.
 */
import { Database } from "../../src/store/lmdb/database.ts";
import type { Entries } from "../../src/store/lmdb/opening.ts";
import { note } from "./lmdb-ledger.ts";

const [point = "", which = "0"] = (process.env["CHAOS_KILL"] ?? "").split(":");
let saves = 0;

// oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
const write = Database.prototype.write;
Database.prototype.write = async function witnessed<T>(
  this: Database,
  change: (entries: Entries) => T,
): Promise<T> {
  let mine = 0;
  const kill = (here: string): void => {
    if (here === point && mine === Number(which)) process.kill(process.pid, "SIGKILL");
  };
  const result = await write.call(this, (entries: Entries) => {
    const stored: { owner: string; message: string; state: string }[] = [];
    const watched = new Proxy(entries, {
      get(target, name) {
        if (name !== "putSync") return bound(target, name);
        return (...[key, entry]: Parameters<Entries["putSync"]>) => {
          if (Array.isArray(key) && key[1] === "s" && "state" in entry) {
            mine = ++saves;
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
