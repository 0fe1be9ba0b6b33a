import { PINNED } from "./children.ts";
import type { Goal } from "./goals.ts";
import type { Million } from "./million.ts";
import type { Summary } from "./summary.ts";

/** @param measured as `--json` prints it */
export function printPeers(measured: {
  readonly peers: readonly Summary[];
  readonly goals: readonly Goal[];
  readonly many: Million;
}): void {
  const pinned = PINNED
    ? "on a core of its own"
    : "not pinned: taskset or a second core is missing";
  print("", [`each contestant ${pinned}; CPU µs of its process alone`]);
  print("", ["turn", "CPU µs", "turns/s", "p50 ms", "p99 ms", "state B", "other B"]);
  for (const { name, cpu, resident, turns } of measured.peers) {
    print(name, ["all", cpu.toFixed(0), "", "", "", "", `${resident.toFixed(0)} MB`]);
    for (const { turn, stored, ...of } of turns)
      print("", [
        String(turn),
        of.cpu.toFixed(0),
        of.perSecond.toFixed(0),
        of.p50.toFixed(1),
        of.p99.toFixed(1),
        stored?.state.toFixed(0) ?? "",
        stored?.replies.toFixed(0) ?? "",
      ]);
  }
  print("", []);
  for (const { what, measured: value, goal, met } of measured.goals)
    print(what, [value.toFixed(2), goal, met ? "met" : "missed"], 46);
  print("MB along the way", [measured.many.along.join(" ")], 46);
}

function print(first: string, figures: readonly string[], width = 26): void {
  const cells = figures.map((figure) => figure.padStart(9));
  process.stdout.write(`${first.padEnd(width)}${cells.join("")}\n`);
}
