import type { Facts } from "../../machines/words.ts";
import { parseFactId } from "../fact-ids.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Case, Comparison, Move } from "../rules/comparison.ts";
import { NONE } from "../rules/facts.ts";
import { type Speak, createSpeak } from "./scene.ts";
import { told } from "./told.ts";

/** So many of the people whose verdict moves are shown of each move. */
const EXAMPLES = 5;

/** What a change does, for those who keep the content, in the wording of the changed pack. */
export function wordComparison(pack: Pack, found: Comparison): string[] {
  const speak = createSpeak(pack);
  const counts = { cases: figure(found.situations), changed: figure(found.changed) };
  return [
    speak("diff_total", counts),
    ...found.moves.flatMap((move) => wordMove(pack, speak, move)),
    ...(found.rulesOnly > 0 ? [speak("diff_rules_only", { count: figure(found.rulesOnly) })] : []),
    ...found.gone.map((level) => speak("diff_level_gone", { level })),
    ...found.added.map((level) => speak("diff_level_new", { level })),
  ];
}

function wordMove(pack: Pack, speak: Speak, { level, from, to, cases }: Move): string[] {
  const heading = speak("diff_move", {
    level,
    from: speak(`outcome_${from}`),
    to: speak(`outcome_${to}`),
    count: figure(cases.length),
  });
  const plain = cases.toSorted((a, b) => oddity(a) - oddity(b)).slice(0, EXAMPLES);
  const examples = plain.map(({ form, clauses }) =>
    speak("diff_example", {
      facts: wordForm(pack, speak, form),
      clauses: clauses.join("、"),
    }),
  );
  return [heading, ...examples];
}

/** The more somebody has or does not know, the less he shows what a change does. */
function oddity({ form }: Case): number {
  const answers = Object.values(form);
  const unknown = answers.filter((value) => value === null).length;
  return 3 * unknown + answers.filter((value) => value !== NONE).length;
}

/** The whole situation; that there is no further thing goes without saying. */
function wordForm(pack: Pack, speak: Speak, form: Facts): string {
  return Object.keys(form)
    .filter((fact) => form[fact] !== NONE || parseFactId(fact).place === 0)
    .flatMap((fact) => told({ pack, speak, facts: form }, fact) ?? [])
    .map(({ label, value }) => `${label} ${value}`)
    .join("，");
}

function figure(count: number): string {
  return count.toLocaleString("en-US");
}
