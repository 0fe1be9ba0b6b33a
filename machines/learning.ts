import { type Earlier, changedBy, learn, remember, rememberAll, replaceAnswers } from "./facts.ts";
import type { DialogEvent, Facts, Guide, Say } from "./words.ts";

/** What the dialog remembers of a candidate. */
export interface Memory {
  readonly facts: Facts;
  /** A question to ask although it is not the next one: the answer being changed. */
  readonly asking?: string | undefined;
  /** Answers told anew that wait for a yes, as their consequences were shown. */
  readonly proposed?: Facts | undefined;
  /** The facts before the last changes. */
  readonly past?: readonly Earlier[] | undefined;
}

/** The memory after something was told. */
export function learned(
  { facts, asking, past = [] }: Memory,
  told: Facts,
  guide: Guide,
): Partial<Memory> {
  const kept = remember(past, facts, told);
  return {
    facts: learn(facts, told, guide),
    asking: asking !== undefined && Object.hasOwn(told, asking) ? undefined : asking,
    proposed: undefined,
    past: kept.length > 0 ? kept : undefined,
  };
}

/** The memory after a result was brought back: one step, which can be taken back. */
export function reopened({ facts, past = [] }: Memory, told: Facts, guide: Guide): Partial<Memory> {
  const kept = rememberAll(past, facts, told);
  return {
    facts: replaceAnswers(facts, told, guide),
    asking: undefined,
    proposed: undefined,
    past: kept.length > 0 ? kept : undefined,
  };
}

/** Answers that cannot all be true once the event's are learned; empty as a rule. */
function conflictOf(known: Facts, event: DialogEvent, guide: Guide): Facts {
  if (!("facts" in event)) return {};
  const ids = guide.conflict(learn(known, event.facts, guide));
  if (ids.length === 0) return {};
  const all = { ...known, ...event.facts };
  return Object.fromEntries(ids.map((id) => [id, all[id] ?? null]));
}

/**
 * Whether a change is shown before it is applied: an answer that was asked for again in order to change
 * it, or one told anew by which others fall away or a verdict moves.
 */
export function isWeighty(memory: Memory, event: DialogEvent, guide: Guide): boolean {
  const { facts, asking } = memory;
  if (event.type !== "TELL") return false;
  const changed = changedBy(facts, event.facts).filter((id) => !guide.isApplication(id));
  if (changed.length === 0 || hasAny(conflictOf(facts, event, guide))) return false;
  if (asking !== undefined && changed.includes(asking)) return true;
  const after = learn(facts, event.facts, guide);
  const falls = Object.keys(facts).some((id) => !Object.hasOwn(after, id));
  return falls || guide.moves(facts, after);
}

/** Says which answers cannot all be true, if there are any. */
export function sayConflict(guide: Guide) {
  return {
    type: "say" as const,
    params: ({ context, event }: { context: Memory; event: DialogEvent }): Say[] => {
      const facts = conflictOf(context.facts, event, guide);
      return hasAny(facts) ? [{ say: "conflict", facts }] : [];
    },
  };
}

/** Says what the change that waits for a yes would do. */
export const sayPreview = {
  type: "say" as const,
  params: ({ context }: { context: Memory }): Say[] => [
    { say: "preview", proposed: context.proposed ?? {} },
  ],
};

function hasAny(facts: Facts): boolean {
  return Object.keys(facts).length > 0;
}
