/** A name of the pack found in a text. */
export interface Found<T> {
  readonly value: T;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
}

type Entries<T> = Iterable<readonly [alias: string, value: T]>;
interface Entry<T, K> {
  readonly alias: string;
  readonly value: T;
  readonly list: K;
}

/** Of one list nobody names more; each is compared with the others, which a paste of nothing but names would make long. */
const MOST = 50;

/** Finds aliases in a text, the longest first, none overlapping another; the first of them in order of their places. */
export function createFinder<T>(entries: Entries<T>): (text: string) => Found<T>[] {
  const find = createListFinder({ all: entries });
  return (text) => find(text).all;
}

/** The same for several lists at once, in one pass over the text: names of different lists may overlap. */
export function createListFinder<T, K extends string>(
  lists: Readonly<Record<K, Entries<T>>>,
): (text: string) => Record<K, Found<T>[]> {
  const names = Object.keys(lists) as K[];
  const byFirst = indexOf(lists, names);
  return (text) => {
    const found = Object.fromEntries(names.map((list) => [list, []])) as unknown as Record<
      K,
      Found<T>[]
    >;
    for (let start = 0; start < text.length; start++) {
      const entries = byFirst.get(text.charCodeAt(start));
      if (!entries) continue;
      for (const { alias, value, list } of entries) {
        const hits = found[list];
        const end = start + alias.length;
        const longer = hits.at(-1)?.start === start;
        if (
          hits.length < MOST &&
          !longer &&
          text.startsWith(alias, start) &&
          isWhole(text, start, end)
        )
          hits.push({ value, alias, start, end });
      }
    }
    for (const list of names)
      if (found[list].length > 1) found[list] = withoutOverlaps(found[list], text.length);
    return found;
  };
}

/** By the code of the first sign, the longest aliases first. */
function indexOf<T, K extends string>(
  lists: Readonly<Record<K, Entries<T>>>,
  names: readonly K[],
): Map<number, Entry<T, K>[]> {
  const byFirst = new Map<number, Entry<T, K>[]>();
  for (const list of names)
    for (const [name, value] of lists[list]) {
      const alias = name.normalize("NFKC").toLowerCase();
      if (alias === "") continue;
      const first = alias.charCodeAt(0);
      const entries = byFirst.get(first) ?? [];
      entries.push({ alias, value, list });
      byFirst.set(first, entries);
    }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.alias.length - a.alias.length);
  return byFirst;
}

/** Of a figure no more digits belong to it, of a Latin word no more letters: 4级 is not in 14级. */
function isWhole(text: string, start: number, end: number): boolean {
  return !goesOn(text, start - 1, start) && !goesOn(text, end - 1, end);
}

function goesOn(text: string, before: number, after: number): boolean {
  const [one, other] = [kindOf(text.charCodeAt(before)), kindOf(text.charCodeAt(after))];
  return one !== "" && one === other;
}

function kindOf(code: number): "digit" | "letter" | "" {
  if (code >= 48 && code <= 57) return "digit";
  return code >= 97 && code <= 122 ? "letter" : "";
}

/** The hits come in order of their places; what is taken by a longer one is marked, so that each is looked at once. */
function withoutOverlaps<T>(hits: readonly Found<T>[], length: number): Found<T>[] {
  if (hits.every(({ start }, at) => at === 0 || (hits[at - 1]?.end ?? 0) <= start))
    return [...hits];
  const taken = new Uint8Array(length);
  const kept = hits
    .toSorted((a, b) => b.alias.length - a.alias.length || a.start - b.start)
    .filter(({ start, end }) => {
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    });
  return kept.toSorted((a, b) => a.start - b.start);
}
