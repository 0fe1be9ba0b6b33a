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

/** A value for each name in braces. */
export type Values = Readonly<Record<string, string | number>>;

/** Puts values in place of the names in braces. @throws when a name has no value: the checker lets none through */
export function fill(text: string, values: Values): string {
  return template(text)(values);
}

/**
 * A text looked through once, to be filled often.
 * @returns what fills it; of two values for a name the first counts. It throws as `fill` does
 */
export function template(text: string): (values: Values, more?: Values) => string {
  const [first = "", ...rest] = text.split(PLACEHOLDER); // names stand between what lies around them
  if (rest.length === 0) return () => first;
  return (values, more) => {
    let filled = first;
    for (let at = 0; at < rest.length; at += 2) {
      const name = rest[at] ?? "";
      const value = values[name] ?? more?.[name];
      if (value === undefined) throw new Error(`wording: nothing to put in place of {${name}}`);
      filled += `${value}${rest[at + 1]}`;
    }
    return filled;
  };
}
