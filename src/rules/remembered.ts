import type { Facts } from "../../machines/words.ts";

/** One turn asks several times about the same facts, which are never changed in place. */
export function oncePerFacts<T>(find: (facts: Facts) => T): (facts: Facts) => T {
  let last: { readonly facts: Facts; readonly found: T } | undefined;
  return (facts) => {
    if (last?.facts !== facts) last = { facts, found: find(facts) };
    return last.found;
  };
}

/** So many facts told alike are kept at the least, and twice as many at most: some 1 MB. */
const KEPT = 4096;

/** Makes a function of facts one that finds nothing twice, or not often. */
export type Remember = (
  find: (facts: Facts) => string | undefined,
) => (facts: Facts) => string | undefined;

/**
 * What follows from facts alone, for those of any candidate that were seen lately. Most candidates begin alike, and
 * what one turn ends with the next begins with. Nothing tells whose facts they were.
 */
export const remembered: Remember = (find) => {
  let [young, old] = [new Map<string, string | undefined>(), new Map<string, string | undefined>()];
  return oncePerFacts((facts) => {
    const key = JSON.stringify(facts); // in the order of telling, which the next question goes by
    if (young.has(key)) return young.get(key);
    const found = old.has(key) ? old.get(key) : find(facts);
    if (young.size >= KEPT) [young, old] = [new Map(), young];
    young.set(key, found);
    return found;
  });
};
