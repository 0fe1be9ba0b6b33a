import type { Facts, Outcome, Outcomes } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { assess } from "./eligibility.ts";
import type { FactReader } from "./facts.ts";
import { UNSURE, YES } from "./grade.ts";
import { targetLevels } from "./guide.ts";

/** How each level asked for stands: its verdict, and which conditions hold or may hold. */
export function outcomesOf(pack: Pack, read: FactReader, facts: Facts): Outcomes {
  const who = read(facts);
  return Object.fromEntries(
    targetLevels(pack, facts).map((level): [string, Outcome] => {
      const { verdict, decided, conditions } = assess(pack, level, who);
      const of = (grade: number): string[] =>
        conditions.filter((one) => one.grade === grade).map(({ id }) => id);
      return [
        level,
        { verdict: decided ? verdict : "undecided", met: of(YES), unsure: of(UNSURE) },
      ];
    }),
  );
}

type State = "met" | "unsure" | "unmet";

/** One level as it stood and as it stands; `conditions` are those that stand otherwise now. */
export interface Moved {
  readonly level: string;
  readonly from: Outcome["verdict"];
  readonly to: Outcome["verdict"];
  readonly conditions: readonly { readonly id: string; readonly from: State; readonly to: State }[];
}

/** The levels that moved, with what moved in them. A level that is gone or new was and is undecided. */
export function movedBetween(before: Outcomes, now: Outcomes): Moved[] {
  const levels = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return levels
    .map((level) => moved(level, before[level] ?? NOTHING, now[level] ?? NOTHING))
    .filter(({ from, to, conditions }) => from !== to || conditions.length > 0);
}

const NOTHING: Outcome = { verdict: "undecided", met: [], unsure: [] };

function moved(level: string, before: Outcome, now: Outcome): Moved {
  const held = [before, now].flatMap(({ met, unsure }) => [...met, ...unsure]);
  return {
    level,
    from: before.verdict,
    to: now.verdict,
    conditions: [...new Set(held)]
      .map((id) => ({ id, from: stateIn(before, id), to: stateIn(now, id) }))
      .filter(({ from, to }) => from !== to),
  };
}

function stateIn({ met, unsure }: Outcome, id: string): State {
  if (met.includes(id)) return "met";
  return unsure.includes(id) ? "unsure" : "unmet";
}
