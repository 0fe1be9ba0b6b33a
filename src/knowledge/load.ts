import { crossCheck } from "./cross-check.ts";
import { type PackFiles, readPackFiles, singleFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { type Fault, readYaml } from "./yaml-file.ts";

/** A pack that must not be served: every fault, each with its place and its remedy. */
export class PackFaults extends Error {
  override readonly name = "PackFaults";
  readonly faults: readonly Fault[];

  constructor(directory: string, faults: readonly Fault[]) {
    super(`pack ${directory}: ${faults.length} fault(s)\n${faults.map(describe).join("\n")}`);
    this.faults = faults;
  }
}

/** `file:line:column message (what to do)` */
export function describe(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column} ${fault.message} (${fault.remedy})`;
}

/**
 * Reads, validates and joins the pack in `directory`, each of its files by `read`.
 * @throws {PackFaults} with every fault found
 */
export function loadPack(directory: string, read = readYaml): Pack {
  const files = readPackFiles(directory, read);
  const unreadable = [...files.answers, ...singleFiles(files)].flatMap((file) => file.faults);
  if (unreadable.length > 0) throw new PackFaults(directory, unreadable);
  const pack = assemble(files);
  const faults = crossCheck(pack, files);
  if (faults.length > 0) throw new PackFaults(directory, faults);
  return pack;
}

function assemble(files: PackFiles): Pack {
  const values = Object.fromEntries(
    Object.entries(files).map(([key, file]) => [key, "value" in file ? file.value : undefined]),
  );
  const answers = new Map(
    files.answers.flatMap((file) =>
      (file.value ?? []).map((answer) => [answer.id, answer] as const),
    ),
  );
  return { ...values, answers } as unknown as Pack;
}
