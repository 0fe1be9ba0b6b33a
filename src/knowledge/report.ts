import type { Fault, YamlFile } from "./yaml-file.ts";

type Path = readonly (string | number)[];

/** Collects the faults of one file. */
export interface Report {
  readonly faults: Fault[];
  /** Notes a fault at `path` unless `holds`; `remedy` says what to do. */
  readonly must: (holds: boolean, path: Path, message: string, remedy: string) => void;
}

export function createReport(file: YamlFile<unknown>): Report {
  const faults: Fault[] = [];
  return {
    faults,
    must(holds, path, message, remedy) {
      if (!holds) faults.push(file.fault(path, message, remedy));
    },
  };
}

/** Notes each entry of the list at `path` whose id stands there already. */
export function eachOnce(
  { must }: Report,
  path: Path,
  ids: readonly string[],
  kind: string,
  key = "id",
): void {
  ids.forEach((id, index) =>
    must(isFirst(ids, index), [...path, index, key], `two ${kind} "${id}"`, "give each its own id"),
  );
}

/** Notes each entry that does not come in the order in which clauses.yaml lists the clauses. */
export function eachInOrder(
  { must }: Report,
  path: Path,
  named: readonly { readonly clause: string }[],
  clauses: Readonly<Record<string, string>>,
): void {
  const order = Object.keys(clauses);
  const places = named.map(({ clause }) => order.indexOf(clause));
  named.forEach(({ clause }, index) =>
    must(
      (places[index] ?? 0) >= (places[index - 1] ?? 0),
      [...path, index, "clause"],
      `${clause} comes after a later clause`,
      "keep the order of clauses.yaml",
    ),
  );
}

/** Whether an id of a list stands there for the first time. */
export function isFirst(ids: readonly string[], index: number): boolean {
  return ids.indexOf(ids[index] as string) === index;
}

export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}
