import type { PackFiles } from "./load.ts";
import type { Pack } from "./pack.ts";
import { placeholders } from "./placeholders.ts";
import type { Answer } from "./schemas/answers.ts";
import type { Fault, YamlFile } from "./yaml-file.ts";

type Report = (key: string, message: string, remedy: string) => void;

/** Entries of answers/: what they refer to, and that each stands once. */
export function checkAnswers(pack: Pack, files: PackFiles): Fault[] {
  const faults: Fault[] = [];
  const places = new Map<string, string>();
  const examples = new Map<string, string>();
  for (const file of files.answers)
    (file.value ?? []).forEach((answer, index) => {
      const report: Report = (key, message, remedy) =>
        void faults.push(file.fault([index, key], `${answer.id}: ${message}`, remedy));
      unique(answer, file, places, report);
      references(answer, pack, report);
      conduct(answer, pack, report);
      answer.examples.forEach((example, at) => {
        const other = examples.get(example);
        if (other !== undefined)
          faults.push(
            file.fault(
              [index, "examples", at],
              `"${example}" is an example of ${other} too`,
              "keep it where it belongs",
            ),
          );
        examples.set(example, answer.id);
      });
    });
  return faults;
}

function unique(
  answer: Answer,
  file: YamlFile<unknown>,
  places: Map<string, string>,
  report: Report,
): void {
  const topic = answer.id.split(".")[0];
  if (!file.file.endsWith(`${topic}.yaml`))
    report("id", `does not belong into this file`, `move it to ${topic}.yaml`);
  const other = places.get(answer.id);
  if (other !== undefined) report("id", `stands in ${other} too`, "give each entry its own id");
  places.set(answer.id, file.file);
}

function references(answer: Answer, pack: Pack, report: Report): void {
  for (const clause of answer.sources)
    if (!(clause in pack.clauses))
      report("sources", `no clause "${clause}"`, "name a clause of clauses.yaml, or add it there");
  for (const link of answer.links)
    if (!(link in pack.links)) report("links", `no link "${link}"`, "name a link of links.yaml");
  for (const next of answer.next)
    if (!pack.answers.has(next)) report("next", `no answer "${next}"`, "name an entry of answers/");
  for (const name of placeholders(answer.text))
    if (!(name in pack.facts))
      report("text", `no fact "${name}"`, "name a fact of facts.yaml, or add it there");
  if (answer.kind !== "outside" && answer.sources.length === 0)
    report("sources", "rests on no clause", "name the clause; for a silent entry the nearest one");
}

/** A whole tier is named by its number, what comes to light afterwards by 末段, as in the notice. */
function conduct(answer: Answer, pack: Pack, report: Report): void {
  const known = new Set([
    ...pack.conduct.rules.map(({ id }) => id),
    ...pack.conduct.tiers.map(({ clause }) => clause.split(" ").at(-1)),
    ...Object.keys(pack.clauses).map((clause) => clause.split(" ").at(-1)),
  ]);
  for (const rule of [...(answer.rule ? [answer.rule] : []), ...answer.rules_also])
    if (!known.has(rule)) report("rule", `no rule "${rule}"`, "name a rule of conduct.yaml");
  if ((answer.tier === "depends") !== (answer.clarify !== undefined))
    report(
      "tier",
      answer.clarify ? "asks back although the tier is known" : "depends, but asks nothing back",
      "use clarify with tier: depends, and only there",
    );
  const rule = pack.conduct.rules.find(({ id }) => id === answer.rule);
  if (rule && answer.tier && !["none", "depends", rule.tier].includes(answer.tier))
    report(
      "tier",
      `rule ${rule.id} leads to ${rule.tier}, not ${answer.tier}`,
      "mend the rule or the tier",
    );
  for (const option of answer.clarify?.options ?? [])
    if (!pack.answers.has(option.answer))
      report("clarify", `no answer "${option.answer}"`, "name an entry of answers/");
}
