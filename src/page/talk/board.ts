import type { Entry, History } from "./history.ts";

/** What the page shows of the conversation. */
export interface Shown {
  readonly entries: readonly Entry[];
  /** The message now being answered has been waiting for long. */
  readonly slow: boolean;
  /** False where the browser lets nothing be kept. */
  readonly kept: boolean;
}

/** What is shown and kept; other tabs write on the same one. */
export interface Board {
  readonly shown: () => Shown;
  /** @returns what stops it */
  readonly subscribe: (changed: () => void) => () => void;
  readonly put: (...entries: readonly Entry[]) => void;
  readonly slow: (slow: boolean) => void;
  readonly clear: () => void;
}

export function createBoard(history: History): Board {
  const listeners = new Set<() => void>();
  let shown: Shown = { entries: history.read(), slow: false, kept: true };
  const show = (change: Partial<Shown>): void => {
    shown = { ...shown, ...change };
    for (const changed of listeners) changed();
  };
  history.watch(() => show({ entries: history.read() }));
  return {
    shown: () => shown,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    put(...entries) {
      const merged = merge(history.read(), shown.entries, entries);
      show({ entries: merged, kept: history.write(merged) });
    },
    slow: (slow) => show({ slow }),
    clear() {
      history.clear();
      show({ entries: [] });
    },
  };
}

/** By key the later list counts: another tab may have added to what is kept meanwhile. */
function merge(...lists: readonly (readonly Entry[])[]): Entry[] {
  const byKey = new Map(lists.flat().map((entry) => [entry.key, entry]));
  return Array.from(byKey.values()).sort((a, b) => a.at - b.at);
}
