import { type SnapshotFrom, initialTransition } from "xstate";
import { z } from "zod";
import { DIALOG_VERSION, type Dialog } from "../machines/dialog.ts";
import type { Facts, Guide } from "../machines/words.ts";

export type DialogSnapshot = SnapshotFrom<Dialog>;

const factsSchema = z.record(z.string(), z.union([z.string(), z.null(), z.array(z.number())]));

const storedSchema = z.object({
  /** Dialog version and pack: `1 quanmeiti-2026@1`. */
  v: z.string(),
  /** Where the task stands: `eligibility.asking`. */
  s: z.string(),
  /** Where the aside stands, unless it is quiet. */
  a: z.string().optional(),
  f: factsSchema,
  q: z.string().optional(),
  c: z.string().optional(),
  /** The question answered last: the answer and what was named. */
  l: z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number()]))]).optional(),
  /** Answers told anew that wait for a yes. */
  p: factsSchema.optional(),
  /** What the facts were before the last changes. */
  u: z.array(z.object({ t: z.string(), f: factsSchema })).optional(),
});

type Stored = z.infer<typeof storedSchema>;

export interface Thawed {
  readonly snapshot: DialogSnapshot;
  /** The stored state was of another version: only its facts came over. */
  readonly carriedOver: boolean;
}

/**
 * Turns a snapshot into the few bytes that are stored, and back.
 * @param knows whether a question of a stored fact still exists
 */
export function createDialogState(
  dialog: Dialog,
  guide: Guide,
  pack: { id: string; version: number },
  knows: (question: string) => boolean,
) {
  const version = `${DIALOG_VERSION} ${pack.id}@${pack.version}`;
  const [initial] = initialTransition(dialog);
  const places = createPlaces(dialog);

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
        l: context.last && [context.last.answer, context.last.entities],
        p: task === PREVIEWING ? context.proposed : undefined,
        u: context.past?.map(({ told, facts }) => ({ t: told, f: facts })),
      });
    },

    /** A state of another version, or one that this dialog cannot stand in, is carried over by its facts. */
    thaw(stored: string | undefined): Thawed {
      if (stored === undefined) return { snapshot: initial, carriedOver: false };
      const state = read(stored);
      if (!state) return { snapshot: initial, carriedOver: false };
      const snapshot = state.v === version ? stand(places, guide, state, knows) : undefined;
      if (snapshot) return { snapshot, carriedOver: false };
      const told = Object.entries(state.f).filter(([question]) => knows(question));
      return {
        snapshot: carryOver(dialog, guide, state.s, Object.fromEntries(told)),
        carriedOver: Object.keys(state.f).length > 0,
      };
    },
  };
}
export type DialogState = ReturnType<typeof createDialogState>;

/** The one state that has a change waiting. */
const PREVIEWING = "eligibility.previewing";

/** Where a dialog stands, in words: `eligibility.asking`, `menu+forgetting`. */
export function stateName({ value }: { readonly value: unknown }): string {
  const { task, aside } = paths(value);
  return aside === "quiet" ? task : `${task}+${aside}`;
}

/** Undefined for what was never a state: a conversation begins anew rather than failing for ever. */
function read(stored: string): Stored | undefined {
  try {
    return storedSchema.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

/** The snapshot that was stored, or undefined where this dialog has no such place. */
function stand(
  at: Places,
  guide: Guide,
  { s, a = "quiet", f, q, c, l, p, u }: Stored,
  knows: (question: string) => boolean,
): DialogSnapshot | undefined {
  const open = q === undefined || knows(q);
  const clarifying = c === undefined || guide.clarifies(c);
  if (!open || !clarifying || (s === PREVIEWING && !p)) return undefined;
  const past = u?.map(({ t, f: facts }) => ({ told: t, facts }));
  const place = at(s, a);
  if (!place) return undefined;
  const context = {
    facts: f,
    asking: q,
    clarifying: c,
    last: l && { answer: l[0], entities: l[1] },
    proposed: p,
    past,
  };
  return { ...place, context };
}

/** The snapshot of a place of which nothing is told yet; undefined where this dialog has no such place. */
type Places = (task: string, aside: string) => DialogSnapshot | undefined;

/** There are a few dozen places, and XState looks through the whole machine for one; so each is found once. */
function createPlaces(dialog: Dialog): Places {
  const known = new Map<string, DialogSnapshot>();
  return (task, aside) => {
    const name = `${task}+${aside}`;
    const place = known.get(name) ?? find(dialog, task, aside);
    if (place) known.set(name, place);
    return place;
  };
}

function find(dialog: Dialog, task: string, aside: string): DialogSnapshot | undefined {
  try {
    const snapshot = dialog.resolveState({
      value: { aside, task: nest(task.split(".")) }, // in the machine's order, which is the order of speech
      context: { facts: {} },
    });
    const isWhole = stateName(snapshot) === stateName({ value: { aside, task } });
    return isWhole ? snapshot : undefined;
  } catch {
    return undefined; // a state that was renamed or removed: xstate throws, and the facts are what counts
  }
}

/** The same task goes on where the new content leaves it: at its next open question, or at its end. */
function carryOver(dialog: Dialog, guide: Guide, stood: string, facts: Facts): DialogSnapshot {
  const tasks: Record<string, Nested> = {
    eligibility: { eligibility: guide.nextQuestion(facts) === undefined ? "verdict" : "asking" },
    registration: { registration: guide.nextApplication(facts) === undefined ? "card" : "asking" },
  };
  const task = tasks[stood.split(".")[0] ?? ""] ?? "menu";
  return dialog.resolveState({ value: { aside: "quiet", task }, context: { facts } });
}

function paths(value: unknown): { task: string; aside: string } {
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
