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

/** Whether an id of a list stands there for the first time. */
export function isFirst(ids: readonly string[], index: number): boolean {
  return ids.indexOf(ids[index] as string) === index;
}

export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}
