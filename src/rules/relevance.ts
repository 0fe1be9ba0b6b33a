import { type Finding, type Grade, NO, YES } from "./grade.ts";

/**
 * The questions that can still move a finding: parts that cannot lift an `any` above what another
 * part already secures, or sink an `all` below what another part already caps, are passed over
 * (the idea of alpha-beta search, on three values).
 * @returns question ids, without order
 */
export function openQuestions(finding: Finding): Set<string> {
  const found = new Set<string>();
  collect(finding, NO, YES, found);
  return found;
}

function collect(finding: Finding, floor: Grade, ceiling: Grade, found: Set<string>): void {
  if (finding.low === finding.high || finding.high <= floor || finding.low >= ceiling) return;
  if (finding.of === "leaf") {
    if (finding.ask !== undefined) found.add(finding.ask);
    return;
  }
  const low = finding.low > floor ? finding.low : floor;
  const high = finding.high < ceiling ? finding.high : ceiling;
  for (const part of finding.parts) collect(part, low, high, found);
}
