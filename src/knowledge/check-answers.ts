import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { strangers } from "./placeholders.ts";
import { createReport } from "./report.ts";
import type { Answer } from "./schemas/answers.ts";
import type { Fault } from "./yaml-file.ts";

/** Notes a fault of one entry at one of its keys unless `holds`. */
type Require = (holds: boolean, key: keyof Answer, message: string, remedy: string) => void;

/** Entries of answers/: what they refer to, and that each id and each example stands once. */
export function checkAnswers(pack: Pack, files: PackFiles): Fault[] {
  const homes = new Map<string, string>();
  const owners = new Map<string, string>();
  return files.answers.flatMap((file) => {
    const report = createReport(file);
    (file.value ?? []).forEach((answer, index) => {
      const require: Require = (holds, key, message, remedy) =>
        report.require(holds, [index, key], `${answer.id}: ${message}`, remedy);
      const topic = answer.id.split(".")[0];
      require(file.file.endsWith(
        `${topic}.yaml`,
      ), "id", "does not belong into this file", `move it to ${topic}.yaml`);
      require(!homes.has(
        answer.id,
      ), "id", `stands in ${homes.get(answer.id)} too`, "give each entry its own id");
      homes.set(answer.id, file.file);
      checkReferences(answer, pack, require);
      checkAct(answer, pack, require);
      answer.examples.forEach((example, at) => {
        const same = fold(example);
        const owner = owners.get(same);
        report.require(
          owner === undefined,
          [index, "examples", at],
          `"${example}" is an example of ${owner} too`,
          "keep it where it belongs",
        );
        owners.set(same, answer.id);
      });
    });
    return report.faults;
  });
}

/** Examples that differ in punctuation, width or case alone train the same. */
function fold(example: string): string {
  return example
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function checkReferences(answer: Answer, pack: Pack, require: Require): void {
  for (const clause of answer.sources)
    require(clause in
      pack.clauses, "sources", `no clause "${clause}"`, "name a clause of clauses.yaml, or add it there");
  for (const link of answer.links)
    require(link in pack.links, "links", `no link "${link}"`, "name a link of links.yaml");
  for (const id of answer.next)
    require(pack.answers.has(id), "next", `no answer "${id}"`, "name an entry of answers/");
  for (const name of strangers(answer.text, pack.facts))
    require(false, "text", `nothing is put in place of ${name}`, "name a fact of facts.yaml, or add it there");
  const applicants = pack.registration.applicants.map(({ id }) => id);
  const { applicant } = answer;
  const shows = answer.show.includes("steps");
  require(!shows ||
    (applicant !== undefined &&
      applicants.includes(
        applicant,
      )), "show", `shows the steps of no applicant`, `add applicant: one of ${applicants.join(", ")}`);
  const rests = answer.kind === "outside" || answer.sources.length > 0;
  require(rests, "sources", "rests on no clause", "name the clause; for a silent entry the nearest one");
}

/** A whole tier is named by its number, what comes to light afterwards by 末段, as in the notice. */
function checkAct(answer: Answer, pack: Pack, require: Require): void {
  const numbers = Object.keys(pack.clauses).map((clause) => clause.split(" ").at(-1));
  const known = new Set([...pack.conduct.rules.map(({ id }) => id), ...numbers]);
  for (const rule of [...(answer.rule === undefined ? [] : [answer.rule]), ...answer.rules_also])
    require(known.has(rule), "rule", `no rule "${rule}"`, "name a rule of conduct.yaml");
  const depends = answer.tier === "depends";
  require(!depends ||
    answer.clarify !==
      undefined, "tier", "depends, but asks nothing back", "add clarify, or name the tier");
  require(depends ||
    answer.clarify ===
      undefined, "clarify", "asks back although the tier is known", "use clarify with tier: depends, and only there");
  const rule = pack.conduct.rules.find(({ id }) => id === answer.rule);
  const fits = !rule || !answer.tier || ["none", "depends", rule.tier].includes(answer.tier);
  require(fits, "tier", `rule ${rule?.id} leads to ${rule?.tier}, not ${answer.tier}`, "mend the rule or the tier");
  for (const option of answer.clarify?.options ?? [])
    require(pack.answers.has(
      option.answer,
    ), "clarify", `no answer "${option.answer}"`, "name an entry of answers/");
}
