import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { attempt } from "./sound-parts.ts";
import type { Fault, YamlFile } from "./yaml-file.ts";

export type Path = readonly (string | number)[];

/** Notes a fault at `path` unless `holds`; `remedy` says what to do. */
export type Must = (holds: boolean, path: Path, message: string, remedy: string) => void;

/** Collects the faults of one file. */
export interface Report<T = unknown> {
  readonly file: YamlFile<T>;
  readonly faults: Fault[];
  readonly must: Must;
}

/** The reports of a pack by the names of its files. */
export type Reports = {
  readonly [K in keyof Omit<PackFiles, "answers">]: Report;
} & { readonly answers: readonly Report<PackFiles["answers"][number]["value"]>[] };

/** Notes what does not agree; a withheld part ends it, and what it noted stays. */
export type Check = (pack: Pack, reports: Reports) => void;

export function createReport<T>(file: YamlFile<T>): Report<T> {
  const faults: Fault[] = [];
  return {
    file,
    faults,
    must(holds, path, message, remedy) {
      if (!holds) faults.push(file.fault(path, message, remedy));
    },
  };
}

type List<T> = readonly T[] | Readonly<Record<string, T>>;

/** Hands each item of the list at `path` with its own path to every visit; a withheld part ends that visit alone. */
export function each<T>(
  list: List<T>,
  path: Path,
  ...visits: readonly ((item: T, path: Path) => void)[]
): void {
  const items = list as Readonly<Record<string, T>>;
  for (const key of Object.keys(list))
    for (const visit of visits) attempt(() => visit(items[key] as T, [...path, key]));
}

/** Tells of each item of the list at `path` whose name an earlier one has. */
export function eachAgain<T>(
  list: readonly T[],
  path: Path,
  nameOf: (item: T) => string,
  tell: (name: string, path: Path) => void,
): void {
  const names = new Set<string>();
  each(list, path, (item, place) => {
    const name = nameOf(item);
    if (names.has(name)) tell(name, place);
    names.add(name);
  });
}

/** Notes each entry of the list at `path` whose id stands there already. */
export function eachOnce<K extends string>(
  must: Must,
  list: readonly Readonly<Record<K, string>>[],
  path: Path,
  kind: string,
  key: K,
): void {
  eachAgain(
    list,
    path,
    (one) => one[key],
    (id, place) => must(false, [...place, key], `two ${kind} "${id}"`, "give each its own id"),
  );
}

/** Notes each entry that does not come in the order in which clauses.yaml lists the clauses. */
export function eachInOrder(
  must: Must,
  list: readonly { readonly clause: string }[],
  path: Path,
  clauses: Readonly<Record<string, string>>,
): void {
  const order = Object.keys(clauses);
  let before = 0;
  each(list, path, ({ clause }, place) => {
    const here = order.indexOf(clause);
    if (here < 0) return;
    must(
      here >= before,
      [...place, "clause"],
      `${clause} comes after a later clause`,
      "keep the order of clauses.yaml",
    );
    before = here;
  });
}

/** Whether an entry of the list has the id. */
export function has(list: readonly { readonly id: string }[], id: string): boolean {
  return list.some((one) => one.id === id);
}

export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}
