import { type Finding, type Grade, NO, YES } from "./grade.ts";

/**
 * The facts that can still move a finding: parts that cannot lift an `any` above what another
 * part already secures, or sink an `all` below what another part already caps, are passed over
 * (the idea of alpha-beta search, on three values).
 */
export function openFacts(finding: Finding, found: Set<string>): void {
  collect(finding, NO, YES, found);
}

function collect(finding: Finding, floor: Grade, ceiling: Grade, found: Set<string>): void {
  if (finding.low === finding.high || finding.high <= floor || finding.low >= ceiling) return;
  if (finding.ask !== undefined) found.add(finding.ask);
  const low = finding.low > floor ? finding.low : floor;
  const high = finding.high < ceiling ? finding.high : ceiling;
  for (const part of finding.parts) {
    collect(part, low, high, found);
    if (finding.of === "turn" && isOpen(part)) return;
  }
}

function isOpen(finding: Finding): boolean {
  return finding.low !== finding.high;
}
