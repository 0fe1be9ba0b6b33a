import type { Facts, Guide } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { APPLICATION_QUESTIONS } from "../knowledge/schemas/dialog.ts";
import { relevantQuestions } from "./eligibility.ts";
import { fromFacts } from "./from-facts.ts";
import type { Names } from "./names.ts";

/** The answer to the target question that means every level. */
export const ALL_LEVELS = "all";

/** What the dialog asks of the rules, answered from the pack. */
export function createGuide(pack: Pack, names: Names): Guide {
  const target = pack.interview.find(({ type }) => type === "target");
  return {
    nextQuestion(facts) {
      if (target && !(target.id in facts)) return target.id;
      const open = relevantQuestions(
        pack,
        targetLevels(pack, facts),
        fromFacts(facts, pack.interview, names),
      );
      return pack.interview.find(({ id }) => open.has(id))?.id;
    },
    nextApplication: (facts) => applicationQuestions(pack).find((id) => !(id in facts)),
    dependents: (question) => dependents(pack, question),
    isApplication: (question) => pack.registration.questions.some(({ id }) => id === question),
    clarifies: (answer) => pack.answers.get(answer)?.clarify !== undefined,
  };
}

/** The levels that the candidate wants to know about; all of them until he says. */
export function targetLevels(pack: Pack, facts: Facts): string[] {
  const levels = pack.projects.levels.map(({ id }) => id);
  const target = pack.interview.find(({ type }) => type === "target");
  const told = target && facts[target.id];
  return typeof told === "string" && levels.includes(told) ? [told] : levels;
}

/** Questions of the registration that this notice needs: none for directions where it has none. */
function applicationQuestions(pack: Pack): string[] {
  const asked = pack.registration.questions.map(({ id }) => id as string);
  return APPLICATION_QUESTIONS.filter(
    (id) => asked.includes(id) && (id !== "direction" || pack.projects.directions.length > 0),
  );
}

/** A changed thing takes along what was said of the same thing: a new school, a new major. */
function dependents(pack: Pack, question: string): string[] {
  const at = pack.interview.findIndex(({ id }) => id === question);
  const changed = pack.interview[at];
  if (!changed || !changed.fact.includes(".")) return [];
  const thing = changed.fact.slice(0, changed.fact.lastIndexOf("."));
  const first = pack.interview.find(({ fact }) => fact.startsWith(`${thing}.`));
  if (first !== changed) return [];
  return pack.interview
    .slice(at + 1)
    .filter(({ fact }) => fact.startsWith(`${thing}.`))
    .map(({ id }) => id);
}
