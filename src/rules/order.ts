import type { Chances } from "./chances.ts";
import { type Finding, type Grade, NO, YES } from "./grade.ts";

/** How a finding will probably be settled: how likely it holds in the end, and by how many questions. */
interface Outlook {
  readonly chance: number;
  readonly cost: number;
  /** The fact to ask for first. */
  readonly ask?: string;
}

/**
 * How to settle a finding with the fewest questions: of ways of which one is enough the one first that
 * promises most for its cost, of parts that must all hold the one first that most likely fails (the
 * ratio rule for and-or trees; optimal where no fact stands in two places, and here few do). What can
 * no longer move the whole is passed over, as in openFacts.
 */
export function outlook(
  finding: Finding,
  chances: Chances,
  floor: Grade = NO,
  ceiling: Grade = YES,
): Outlook {
  const { low, high, ask, weigh } = finding;
  if (low === high || high <= floor || low >= ceiling)
    return { chance: low === YES ? 1 : 0, cost: 0 };
  if (ask !== undefined)
    return { chance: chances(ask, (value) => weigh?.(value) === YES), cost: 1, ask };
  const least = low > floor ? low : floor;
  const most = high < ceiling ? high : ceiling;
  const parts = finding.parts.map((part) => outlook(part, chances, least, most));
  const open = parts.filter(({ cost }) => cost > 0);
  if (finding.of === "any") return oneOf(open);
  if (finding.of === "all") open.sort((a, b) => (1 - b.chance) / b.cost - (1 - a.chance) / a.cost);
  return allOf(open, parts.every(({ cost, chance }) => cost > 0 || chance === 1) ? 1 : 0);
}

function oneOf(parts: Outlook[]): Outlook {
  parts.sort((a, b) => b.chance / b.cost - a.chance / a.cost);
  let [none, cost] = [1, 0];
  for (const part of parts) {
    cost += none * part.cost;
    none *= 1 - part.chance;
  }
  return { ...parts[0], chance: 1 - none, cost };
}

function allOf(parts: readonly Outlook[], settled: number): Outlook {
  let [every, cost] = [1, 0];
  for (const part of parts) {
    cost += every * part.cost;
    every *= part.chance;
  }
  return { ...parts[0], chance: every * settled, cost };
}
