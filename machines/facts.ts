import type { Facts, Guide } from "./words.ts";

/** Adds what was told; answers that hang on a changed one fall away, unless they were told along with it. */
export function learn(known: Facts, told: Facts, guide: Guide): Facts {
  const fallen = new Set(
    Object.keys(told)
      .filter(
        (question) => Object.hasOwn(known, question) && !same(known[question], told[question]),
      )
      .flatMap((question) => guide.dependents(question)),
  );
  const kept = Object.entries(known).filter(
    ([question]) => !fallen.has(question) && !Object.hasOwn(told, question),
  );
  return Object.fromEntries([...kept, ...Object.entries(told)]);
}

/** Takes back the answer told last. */
export function forgetLast(known: Facts, belongs: (question: string) => boolean): Facts {
  const last = Object.keys(known).findLast(belongs);
  return Object.fromEntries(Object.entries(known).filter(([question]) => question !== last));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
