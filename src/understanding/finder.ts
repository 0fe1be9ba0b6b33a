/** A name of the pack found in a text. */
export interface Found<T> {
  readonly value: T;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
}

/** Finds aliases in a text, the longest first, none overlapping another; in order of their places. */
export function createFinder<T>(
  entries: Iterable<readonly [alias: string, value: T]>,
): (text: string) => Found<T>[] {
  const byFirst = new Map<string, [string, T][]>();
  for (const [alias, value] of entries) {
    const folded = alias.normalize("NFKC").toLowerCase();
    const first = folded[0];
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), [folded, value]]);
  }
  for (const list of byFirst.values()) list.sort(([a], [b]) => b.length - a.length);
  return (text) => {
    const hits = Array.from({ length: text.length }, (_, start) => {
      const hit = byFirst.get(text[start] ?? "")?.find(([alias]) => text.startsWith(alias, start));
      return hit ? [{ value: hit[1], alias: hit[0], start, end: start + hit[0].length }] : [];
    }).flat();
    return withoutOverlaps(hits);
  };
}

function withoutOverlaps<T>(hits: readonly Found<T>[]): Found<T>[] {
  const kept: Found<T>[] = [];
  for (const hit of hits.toSorted((a, b) => b.alias.length - a.alias.length || a.start - b.start))
    if (!kept.some((one) => one.start < hit.end && hit.start < one.end)) kept.push(hit);
  return kept.toSorted((a, b) => a.start - b.start);
}
