import type { Pack } from "./knowledge/pack.ts";
import { COMMANDS } from "./knowledge/schemas/wording.ts";
import { askedFor, factIds } from "./rules/asked.ts";
import { NONE, UNKNOWN } from "./rules/facts.ts";
import { ALL_LEVELS } from "./rules/guide.ts";
import { PICK } from "./unanswered.ts";

/**
 * The id of every choice that a reply from this pack may offer, and of some that none does; but not with
 * names, as those are always short enough to travel whole.
 */
export function choiceIds(pack: Pack): string[] {
  const questions = [
    ...factIds(pack.interview).map((id) => ({
      id,
      own: askedFor(pack.interview, id)?.question.options.map((one) => one.id) ?? [],
    })),
    ...pack.registration.questions.map(({ id }) => ({ id, own: [] })),
  ];
  const shared = sharedValues(pack);
  return [
    ...COMMANDS.map((command) => `do:${command}`),
    ...[...pack.answers.keys()].flatMap((answer) => [`ask:${answer}`, `${PICK}${answer}`]),
    ...questions.map(({ id }) => `change:${id}`),
    ...questions.flatMap(({ id, own }) => [...own, ...shared].map((one) => `tell:${id}=${one}`)),
  ];
}

/** What a question may take besides the options of its own. */
function sharedValues({ projects, registration, timetable }: Pack): string[] {
  const named = [...projects.levels, ...projects.directions, ...registration.applicants];
  const months = timetable.rows.map(({ month }) => String(month));
  return [...named.map(({ id }) => id), ...months, ALL_LEVELS, NONE, UNKNOWN];
}

/** Commands that mean the same wherever the dialog stands. */
const TIMELESS: ReadonlySet<string> = new Set(["do:menu", "do:self_check", "do:register"]);

/** Whether a choice means the same at any time: a question about the exam does, an answer to ours does not. */
export function isTimeless(choice: string): boolean {
  return choice.startsWith("ask:") || TIMELESS.has(choice);
}
