import type { FactValue, Facts, Guide } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { APPLICATION_QUESTIONS, type Question } from "../knowledge/schemas/dialog.ts";
import { relevantQuestions } from "./eligibility.ts";
import { NONE, fromFacts } from "./from-facts.ts";
import type { Names } from "./names.ts";

/** The answer to the target question that means every level. */
export const ALL_LEVELS = "all";

/** What the dialog asks of the rules, answered from the pack. */
export function createGuide(pack: Pack, names: Names): Guide {
  const target = pack.interview.find(({ type }) => type === "target");
  const openNow = (facts: Facts): Set<string> =>
    relevantQuestions(pack, targetLevels(pack, facts), fromFacts(facts, pack.interview, names));
  const papersAfter = (question: string, facts: Facts): Question[] =>
    pack.interview
      .slice(pack.interview.findIndex(({ id }) => id === question) + 1)
      .filter(({ id, fact }) => fact.startsWith("diplomas.") && !(id in facts));
  /**
   * Conditions that share a diploma are weighed apart, so a question may seem to matter though no
   * diploma lets it: it is asked only if it stays open for some answer to the diploma's questions.
   */
  const stillOpen = (
    question: string,
    facts: Facts,
    [later, ...rest]: readonly Question[],
  ): boolean => {
    if (!openNow(facts).has(question)) return false;
    if (!later) return true;
    return answersOf(later).some((value) =>
      stillOpen(question, { ...facts, [later.id]: value }, rest),
    );
  };
  return {
    nextQuestion(facts) {
      if (target && !(target.id in facts)) return target.id;
      const open = openNow(facts);
      return pack.interview.find(
        ({ id }) => open.has(id) && stillOpen(id, facts, papersAfter(id, facts)),
      )?.id;
    },
    nextApplication: (facts) => applicationQuestions(pack).find((id) => !(id in facts)),
    lastApplication: (facts) => applicationQuestions(pack).findLast((id) => id in facts),
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

function answersOf({ options, none }: Question): FactValue[] {
  return [...options.map(({ id }) => id), ...(none === undefined ? [] : [NONE]), null];
}
