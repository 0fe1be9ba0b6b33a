import type { AssessOutput, Profile } from "../../src/profile.ts";
import { LEVELS, general, opinion } from "./oracle.ts";

export type Assess = (input: { facts: Profile }) => AssessOutput;

/** What the oracle says of both levels and of 二(一), written so that it can be compared. */
export function byOracle(facts: Profile): string {
  return JSON.stringify([...LEVELS.map((level) => opinion(facts, level)), general(facts)]);
}

export function byEvaluator(assess: Assess, facts: Profile): string {
  const { levels, requirements } = assess({ facts });
  const told = LEVELS.map((level) => {
    const { verdict, met, unsure, unmet } = levels[level] ?? {};
    return { verdict, met, unsure, unmet };
  });
  return JSON.stringify([...told, requirements]);
}

const SHOWN = 5;

/** How the two compare: how many profiles, in how many ways they ended, and where they part. */
export function compared(assess: Assess, profiles: Iterable<Profile>) {
  const outcomes = new Set<string>();
  const disagreements: string[] = [];
  let count = 0;
  for (const profile of profiles) {
    const [oracle, evaluator] = [byOracle(profile), byEvaluator(assess, profile)];
    count++;
    outcomes.add(oracle);
    if (oracle === evaluator) continue;
    if (disagreements.length < SHOWN)
      disagreements.push(
        `${JSON.stringify(profile)}\n  oracle ${oracle}\n  evaluator ${evaluator}`,
      );
  }
  return { count, outcomes: outcomes.size, disagreements };
}
