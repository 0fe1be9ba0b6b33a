import { useEffect, useState } from "preact/hooks";
import type { Sheet } from "./sheet.ts";
import { createSteps } from "./steps.ts";

export interface OpenSheet {
  readonly key: number;
  readonly sheet: Sheet;
  /** Takes it away, and what lies on it; once it is gone, nothing. */
  readonly close: () => void;
}

/** @returns the sheets over the page, the last on top, and what lays another there or takes the last away */
export function useSheets(): [readonly OpenSheet[], (sheet?: Sheet) => void] {
  const [sheets, set] = useState<readonly OpenSheet[]>([]);
  const [steps] = useState(() => createSteps((count) => set((all) => all.slice(0, count))));
  const [open] = useState(() => opener(set));
  useEffect(() => steps.follow(sheets.length), [sheets.length]);
  return [sheets, open];
}

type Change = (all: readonly OpenSheet[]) => readonly OpenSheet[];

function opener(set: (change: Change) => void) {
  let last = 0;
  return (sheet?: Sheet): void => {
    if (!sheet) return set((all) => all.slice(0, -1));
    const key = ++last;
    const close = (): void => set((all) => below(all, key));
    set((all) => [...all, { key, sheet, close }]);
  };
}

function below(all: readonly OpenSheet[], key: number): readonly OpenSheet[] {
  const at = all.findIndex((one) => one.key === key);
  return at < 0 ? all : all.slice(0, at);
}
