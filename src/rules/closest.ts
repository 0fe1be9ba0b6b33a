/** Shares of signs, from 0 to 1, at and above which a name resembles another. */
const ALIKE = 0.72;
/** One name inside the other resembles it from this share of the longer one on: 新媒体 and 新媒体技术. */
const WITHIN = 0.5;
const LEAST = 2;
const MOST = 3;

/**
 * The names of a list that one not on it resembles, the closest first and at most three: such as hold most of
 * its signs in the same order, or it as a whole. It is only ever likened to them, never taken for one.
 * @param listed names after folding, with the names as they are written
 */
export function createClosest(
  listed: ReadonlyMap<string, string>,
): (folded: string) => readonly string[] {
  return (name) => {
    if (name.length < LEAST) return [];
    const scored = [...listed].flatMap(([other, written]) => {
      const share = likeness(name, other);
      return share > 0 ? [{ written, share }] : [];
    });
    const best = Math.max(...scored.map(({ share }) => share));
    return scored
      .filter(({ share }) => share === best)
      .slice(0, MOST)
      .map(({ written }) => written);
  };
}

/** The share of signs that two names have in common in the same order; 0 where that is too little. */
function likeness(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const common = commonLength(one, other);
  const share = (2 * common) / (one.length + other.length);
  const isWithin = common === short.length && long.includes(short);
  return share >= ALIKE || (isWithin && common / long.length >= WITHIN) ? share : 0;
}

/** Length of the longest sequence of signs that both have. */
function commonLength(one: string, other: string): number {
  let row = new Uint8Array(other.length + 1);
  for (const sign of one) {
    const next = new Uint8Array(other.length + 1);
    for (let at = 1; at <= other.length; at++)
      next[at] =
        other[at - 1] === sign ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    row = next;
  }
  return row[other.length] ?? 0;
}
