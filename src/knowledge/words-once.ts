import { type Must, type Path, each } from "./report.ts";

/** Notes a word that is handed over again; `homes` knows where each word stands. */
export function createOnce(must: Must, homes = new Map<string, string>()) {
  return (word: string, path: Path, home: string): void => {
    must(
      !homes.has(word),
      path,
      `"${word}" stands in ${homes.get(word)} too`,
      "keep it where it belongs",
    );
    homes.set(word, home);
  };
}

/** Notes each alias in the list at `path` that already names an entry of it, the same or another. */
export function eachAliasOnce(
  must: Must,
  list: readonly { readonly id: string; readonly aliases: readonly string[] }[],
  path: Path,
): void {
  const homes = new Map<string, string>();
  each(list, path, ({ id }) => void homes.set(id, id));
  const once = createOnce(must, homes);
  each(list, path, ({ id, aliases }, place) =>
    each(aliases, [...place, "aliases"], (alias, at) => once(alias, at, id)),
  );
}
