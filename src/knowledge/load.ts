import { crossCheck } from "./cross-check.ts";
import { Entries } from "./entries.ts";
import { FILE_NAMES, type PackFiles, readPackFiles } from "./pack-files.ts";
import { PackFaults, describe } from "./pack-faults.ts";
import type { Pack } from "./pack.ts";
import { put } from "./sound-parts.ts";
import { type Fault, readYaml } from "./yaml-file.ts";

/**
 * Reads, validates and joins the pack in `directory`, each of its files by `read`.
 * @throws {PackFaults} with every fault found, each once, by file and place
 */
export function loadPack(directory: string, read = readYaml): Pack {
  const files = readPackFiles(directory, read);
  const pack = assemble(files);
  const single = FILE_NAMES.map((name) => files[name]);
  const refused = [...single, ...files.answers].flatMap((file) => file.faults);
  const faults = inOrder([...refused, ...crossCheck(pack, files)]);
  if (faults.length > 0) throw new PackFaults(directory, faults);
  return pack;
}

/** The pack of what is sound; looking at a part of it that a fault stands in throws {@link Withheld}. */
function assemble(files: PackFiles): Pack {
  const pack = { answers: new Entries(files.answers) };
  for (const name of FILE_NAMES) put(pack, name, () => files[name].value);
  return pack as unknown as Pack;
}

function inOrder(faults: readonly Fault[]): Fault[] {
  const once = new Map(faults.map((fault) => [describe(fault), fault]));
  return [...once.values()].toSorted(
    (a, b) => byName(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
