import type { Fault } from "./yaml-file.ts";

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
