/** Finds the value of a key, or knows it still. */
export type Memo<V> = (key: string, find: () => V) => V;

/**
 * Remembers what pure functions found lately.
 * @param kept how many keys are kept at the least, those asked for last; at most it is twice as many
 */
export function createMemo<V>(kept: number): Memo<V> {
  let [young, old] = [new Map<string, V>(), new Map<string, V>()];
  return (key, find) => {
    const known = young.get(key);
    if (known !== undefined || young.has(key)) return known as V;
    const found = old.has(key) ? (old.get(key) as V) : find();
    if (young.size >= kept) [young, old] = [new Map(), young];
    young.set(key, found);
    return found;
  };
}
