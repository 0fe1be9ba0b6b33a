/** A name of the pack found in a text. */
export interface Found<T> {
  readonly value: T;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
}

/** Finds aliases in a text, the longest first, none overlapping another. */
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
    const found: Found<T>[] = [];
    for (let start = 0; start < text.length;) {
      const hit = byFirst
        .get(text[start] as string)
        ?.find(([alias]) => text.startsWith(alias, start));
      if (hit) found.push({ value: hit[1], alias: hit[0], start, end: start + hit[0].length });
      start += hit ? hit[0].length : 1;
    }
    return found;
  };
}
