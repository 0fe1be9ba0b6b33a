const PLACEHOLDER = /\{([^{}\s]+)\}/gu;

/** Names in braces, in order of appearance. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
}

/** Names in braces that are not `known`, and braces that hold no name at all. */
export function strangers(text: string, known: (name: string) => boolean): string[] {
  const names = placeholders(text).filter((name) => !known(name));
  const braces = text.replaceAll(PLACEHOLDER, "").match(/[{}｛｝][^{}｛｝]*/gu) ?? [];
  return [...names.map((name) => `{${name}}`), ...braces];
}

/** Puts values in place of the names in braces. @throws when a name has no value: the checker lets none through */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording: nothing to put in place of {${name}}`);
    return String(value);
  });
}
