import type { Facts, Guide } from "./words.ts";

/** One state of the facts before an answer was changed, to go back to. */
export interface Earlier {
  /** The answer that was told last by the change. */
  readonly told: string;
  readonly facts: Facts;
}

/** Changes that can be taken back one after the other. */
const STEPS_KEPT = 3;

/**
 * Adds what was told; answers that hang on a changed one fall away, unless they were told along with it.
 * What is told once more as it was keeps its place: it is no step to take back.
 */
export function learn(known: Facts, told: Facts, guide: Guide): Facts {
  const changed = changedBy(known, told);
  if (changed.length === 0) return { ...known, ...told };
  const news = newsOf(known, told);
  const fallen = new Set(changed.flatMap((id) => guide.dependents(id, told[id] ?? null)));
  const kept = Object.entries(known).filter(
    ([question]) =>
      !Object.hasOwn(news, question) && (!fallen.has(question) || Object.hasOwn(told, question)),
  );
  return Object.fromEntries([...kept, ...Object.entries(news)]);
}

function newsOf(known: Facts, told: Facts): Facts {
  const isNew = ([id, value]: [string, unknown]): boolean =>
    !Object.hasOwn(known, id) || !same(known[id], value);
  return Object.fromEntries(Object.entries(told).filter(isNew));
}

/** Answers known already that are told otherwise. */
export function changedBy(known: Facts, told: Facts): string[] {
  return Object.keys(told).filter((id) => Object.hasOwn(known, id) && !same(known[id], told[id]));
}

/** What was told without what cannot be true beside the rest. */
export function soundPart(known: Facts, told: Facts, guide: Guide): Facts {
  const conflict = guide.conflict(learn(known, told, guide));
  if (conflict.length === 0) return told;
  return Object.fromEntries(Object.entries(told).filter(([id]) => !conflict.includes(id)));
}

/** Keeps the facts before a change, so that it can be taken back. */
export function remember(past: readonly Earlier[], known: Facts, told: Facts): readonly Earlier[] {
  const last = Object.keys(newsOf(known, told)).at(-1);
  return changedBy(known, told).length === 0 ? past : withStep(past, known, last);
}

/** The same where all answers were replaced. */
export function rememberAll(
  past: readonly Earlier[],
  known: Facts,
  told: Facts,
): readonly Earlier[] {
  return withStep(past, known, Object.keys(told).at(-1));
}

function withStep(
  past: readonly Earlier[],
  known: Facts,
  last: string | undefined,
): readonly Earlier[] {
  if (last === undefined) return past;
  return [...past, { told: last, facts: known }].slice(-STEPS_KEPT);
}

/** Facts of the self-assessment in place of those known; what was told for the registration stays. */
export function replaceAnswers(known: Facts, answers: Facts, guide: Guide): Facts {
  const kept = Object.entries(known).filter(([id]) => guide.isApplication(id));
  return { ...Object.fromEntries(kept), ...answers };
}

/** Takes back the last step: the change that was made last, or the answer told last. */
export function stepBack(
  { facts, past = [] }: { readonly facts: Facts; readonly past?: readonly Earlier[] | undefined },
  belongs: (question: string) => boolean,
): { facts: Facts; past: readonly Earlier[] | undefined } {
  const last = Object.keys(facts).findLast(belongs);
  const change = past.at(-1);
  if (change && change.told === last) {
    const rest = past.slice(0, -1);
    return { facts: change.facts, past: rest.length > 0 ? rest : undefined };
  }
  const kept = Object.entries(facts).filter(([question]) => question !== last);
  return { facts: Object.fromEntries(kept), past: past.length > 0 ? past : undefined };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
