import { bare } from "./normalise.ts";

/** Words that mean the same to a candidate, by the editors' name for them: `when: [几号, 哪天]`. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/**
 * What a text is compared by: its characters and pairs of neighbouring characters with the ends
 * marked, the synonyms it holds, and which two of those stand together.
 */
export type Features = (text: string) => ReadonlySet<string>;

/** @param normalise so that a synonym is written as the texts are */
export function createFeatures(synonyms: Synonyms, normalise: (text: string) => string): Features {
  const byFirst = new Map<string, [word: string, name: string][]>();
  for (const [name, words] of Object.entries(synonyms))
    for (const word of words.map((one) => bare(normalise(one)))) {
      const first = word[0];
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), [word, name]]);
    }
  const meanings = (plain: string): string[] => {
    const found = new Set<string>();
    for (let at = 0; at < plain.length; at++)
      for (const [word, name] of byFirst.get(plain[at] as string) ?? [])
        if (!found.has(name) && plain.startsWith(word, at)) found.add(name);
    return [...found].toSorted();
  };
  return (text) => {
    const plain = bare(text);
    const found = grams(plain);
    const named = meanings(plain);
    named.forEach((name, at) => {
      found.add(`#${name}`);
      for (const other of named.slice(at + 1)) found.add(`#${name}#${other}`);
    });
    return found;
  };
}

/** Characters and pairs of neighbouring characters of a bare text, its ends marked. */
export function grams(plain: string): Set<string> {
  const marked = `^${plain}$`;
  const found = new Set<string>();
  for (let at = 0; at + 1 < marked.length; at++) {
    if (at > 0) found.add(marked[at] as string);
    found.add(marked.slice(at, at + 2));
  }
  return found;
}
