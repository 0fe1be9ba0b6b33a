import type { Million } from "./million.ts";
import type { Start } from "./starts.ts";
import { type Summary, median } from "./summary.ts";

export interface Goal {
  readonly what: string;
  readonly measured: number;
  readonly goal: string;
  readonly met: boolean;
}

/** Ratios of CPU are made within each round, and the median of them is told. */
export function goals(peers: readonly Summary[], starts: Start, many: Million): Goal[] {
  const named = (name: string): Summary => {
    const found = peers.find((one) => one.name === name);
    if (!found) throw new Error(`bench: ${name} was not measured`);
    return found;
  };
  const at = (name: string, turn: number): readonly number[] =>
    named(name).turns.find((one) => one.turn === turn)?.rounds ?? [];
  const whole = (name: string): readonly number[] => named(name).rounds;
  const limit = whole("limit");
  const choice = "wenkao http choice";
  const rivals = ["grammy session tap", "telegraf wizard tap"].map((name) => named(name));
  const best = rivals.toSorted((a, b) => a.cpu - b.cpu)[0]?.rounds ?? [];
  const states = named(choice).turns.map(({ stored }) => stored?.state ?? NaN);
  const least = (what: string, measured: number, bound: number): Goal => ({
    what,
    measured,
    goal: `≥ ${bound}`,
    met: measured >= bound,
  });
  const most = (what: string, measured: number, bound: number): Goal => ({
    what,
    measured,
    goal: `≤ ${bound}`,
    met: measured <= bound,
  });
  const library = (name: string): Goal[] => [
    least(`${name} / the better wizard`, ratio(best, whole(name)), 1.2),
    least(
      `${name} / conversations, turn 30`,
      ratio(at("grammy conversations tap", 30), at(name, 30)),
      6,
    ),
    most(`${name}, turn 50 / turn 2`, ratio(at(name, 50), at(name, 2)), 1.05),
  ];
  return [
    least("http by choice / limit", ratio(limit, whole(choice)), 0.5),
    least("http by text / limit", ratio(limit, whole("wenkao http text")), 0.35),
    ...["wenkao grammy tap", "wenkao telegraf tap"].flatMap(library),
    most("http by choice, turn 50 / turn 2", ratio(at(choice, 50), at(choice, 2)), 1.05),
    most("bytes of state, median of the turns told", median(states), 256),
    most("seconds from start to the first reply", starts.seconds, 1),
    most(`MB resident after ${many.turns} turns`, many.resident, 150),
  ];
}

/** @param over what counts as one: more CPU there is a greater ratio */
function ratio(over: readonly number[], under: readonly number[]): number {
  return median(over.map((value, round) => value / (under[round] ?? NaN)));
}
