import type { Facts } from "../../machines/words.ts";
import { createMemo } from "../memo.ts";

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
  const memo = createMemo<string | undefined>(KEPT);
  // the key is in the order of telling, which the next question goes by
  return oncePerFacts((facts) => memo(JSON.stringify(facts), () => find(facts)));
};
