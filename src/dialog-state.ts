import { type Snapshot, type SnapshotFrom, initialTransition } from "xstate";
import { z } from "zod";
import { DIALOG_VERSION, type Dialog } from "../machines/dialog.ts";
import type { Facts } from "../machines/words.ts";

export type DialogSnapshot = SnapshotFrom<Dialog>;

const storedSchema = z.object({
  /** Dialog version and pack: `1 quanmeiti-2026@1`. */
  v: z.string(),
  /** Where the task stands: `eligibility.asking`. */
  s: z.string(),
  /** Where the aside stands, unless it is quiet. */
  a: z.string().optional(),
  f: z.record(z.string(), z.union([z.string(), z.null(), z.array(z.number())])),
  q: z.string().optional(),
  c: z.string().optional(),
});

export interface Thawed {
  readonly snapshot: DialogSnapshot;
  /** The stored state was of another version: only its facts came over. */
  readonly carriedOver: boolean;
}

/** Turns a snapshot into the few bytes that are stored, and back. */
export function createDialogState(
  dialog: Dialog,
  pack: { id: string; version: number },
  knows: (question: string) => boolean,
) {
  const version = `${DIALOG_VERSION} ${pack.id}@${pack.version}`;
  const [initial] = initialTransition(dialog);

  return {
    freeze({ value, context }: DialogSnapshot): string {
      const { task, aside } = paths(value);
      return JSON.stringify({
        v: version,
        s: task,
        a: aside === "quiet" ? undefined : aside,
        f: context.facts,
        q: context.asking,
        c: context.clarifying,
      });
    },

    /** A state of another version, or one that this dialog cannot stand in, is carried over by its facts. */
    thaw(stored: string | undefined): Thawed {
      if (stored === undefined) return { snapshot: initial, carriedOver: false };
      const { v, s, a, f, q, c } = storedSchema.parse(JSON.parse(stored));
      if (v !== version)
        return {
          snapshot: carryOver(dialog, initial, f, knows),
          carriedOver: Object.keys(f).length > 0,
        };
      const snapshot = dialog.resolveState({
        value: { aside: a ?? "quiet", task: nest(s.split(".")) }, // in the machine's order, which is the order of speech
        context: { facts: f, asking: q, clarifying: c },
      });
      return { snapshot, carriedOver: false };
    },
  };
}
export type DialogState = ReturnType<typeof createDialogState>;

/** Where a dialog stands, in words: `eligibility.asking`, `menu+forgetting`. */
export function stateName({ value }: DialogSnapshot): string {
  const { task, aside } = paths(value);
  return aside === "quiet" ? task : `${task}+${aside}`;
}

function carryOver(
  dialog: Dialog,
  initial: DialogSnapshot,
  facts: Facts,
  knows: (question: string) => boolean,
): DialogSnapshot {
  const kept = Object.fromEntries(Object.entries(facts).filter(([question]) => knows(question)));
  return dialog.resolveState({ value: initial.value, context: { facts: kept } });
}

function paths(value: Snapshot<unknown> extends never ? never : unknown): {
  task: string;
  aside: string;
} {
  const { task, aside } = value as { task: unknown; aside: unknown };
  return { task: path(task), aside: path(aside) };
}

function path(value: unknown): string {
  if (typeof value === "string") return value;
  const [[key, inner] = ["", ""]] = Object.entries(value as Record<string, unknown>);
  return `${key}.${path(inner)}`;
}

type Nested = string | { [state: string]: Nested };

function nest([first = "", ...rest]: readonly string[]): Nested {
  return rest.length === 0 ? first : { [first]: nest(rest) };
}
