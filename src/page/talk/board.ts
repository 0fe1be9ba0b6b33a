import type { Entry, History } from "./history.ts";

/** What the page shows of the conversation. */
export interface Shown {
  /** The oldest first. */
  readonly entries: readonly Entry[];
  /** The message now being answered has been waiting for long. */
  readonly slow: boolean;
  /** False where the browser lets nothing be kept. */
  readonly kept: boolean;
  /** Telegram's word for who opened the page counts no more: it has to be opened from there again. */
  readonly reopen: boolean;
}

/** What is shown and kept; other tabs write on the same one. */
export interface Board {
  readonly shown: () => Shown;
  /** @returns what stops it */
  readonly subscribe: (changed: () => void) => () => void;
  /** An answer that is there already stays, whatever a late request says. */
  readonly put: (...entries: readonly Entry[]) => void;
  readonly remove: (gone: (entry: Entry) => boolean) => void;
  readonly mark: (state: Partial<Pick<Shown, "slow" | "reopen">>) => void;
}

/** @param changedElsewhere when another tab has written */
export function createBoard(history: History, changedElsewhere: () => void): Board {
  const listeners = new Set<() => void>();
  let shown: Shown = { entries: history.read(), slow: false, kept: true, reopen: false };
  const show = (change: Partial<Shown>): void => {
    shown = { ...shown, ...change };
    for (const changed of listeners) changed();
  };
  history.watch(({ key, entry }) => {
    if (entry) show({ entries: merged(shown.entries, [entry]) });
    else show({ entries: shown.entries.filter((one) => key !== undefined && one.key !== key) });
    changedElsewhere();
  });
  return {
    shown: () => shown,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    put(...put) {
      const entries = merged(shown.entries, put);
      const kept = put.map(({ key }) => history.write(entryOf(entries, key)));
      show({ entries, kept: kept.every(Boolean) && shown.kept });
    },
    remove(gone) {
      for (const { key } of shown.entries.filter(gone)) history.remove(key);
      show({ entries: shown.entries.filter((entry) => !gone(entry)) });
    },
    mark: show,
  };
}

function merged(entries: readonly Entry[], more: readonly Entry[]): Entry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  for (const entry of more)
    if (byKey.get(entry.key)?.status !== "sent") byKey.set(entry.key, entry);
  return Array.from(byKey.values()).sort((a, b) => a.at - b.at);
}

function entryOf(entries: readonly Entry[], key: string): Entry {
  const found = entries.find((entry) => entry.key === key);
  if (!found) throw new Error(`page: no entry ${key} on the board`);
  return found;
}
