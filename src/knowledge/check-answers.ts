import { contradictions } from "./check-sources.ts";
import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { strangers } from "./placeholders.ts";
import { createReport, isFirst } from "./report.ts";
import type { Answer } from "./schemas/answers.ts";
import type { Fault } from "./yaml-file.ts";

/** Notes a fault of one entry at `path` within it unless `holds`. */
type Must = (holds: boolean, path: Path, message: string, remedy: string) => void;
type Path = readonly [keyof Answer, ...(string | number)[]];

/** Entries of answers/: what they refer to, and that each id and each example stands once. */
export function checkAnswers(pack: Pack, files: PackFiles): Fault[] {
  const homes = new Map<string, string>();
  const owners = new Map<string, string>();
  return files.answers.flatMap((file) => {
    const report = createReport(file);
    (file.value ?? []).forEach((answer, index) => {
      const must: Must = (holds, path, message, remedy) =>
        report.must(holds, [index, ...path], `${answer.id}: ${message}`, remedy);
      const topic = answer.id.split(".")[0];
      must(
        file.file.endsWith(`${topic}.yaml`),
        ["id"],
        "does not belong into this file",
        `move it to ${topic}.yaml`,
      );
      must(
        !homes.has(answer.id),
        ["id"],
        `stands in ${homes.get(answer.id)} too`,
        "give each entry its own id",
      );
      homes.set(answer.id, file.file);
      checkReferences(answer, pack, must);
      checkAct(answer, pack, must);
      for (const [key, message, remedy] of contradictions(answer, pack))
        must(false, [key], message, remedy);
      answer.examples.forEach((example, at) => {
        const same = fold(example);
        const owner = owners.get(same);
        report.must(
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

/** Where the entry should be that a reference names. */
export function entryRemedy(id: string): string {
  const topic = /^[a-z_]+(?=\.)/u.exec(id)?.[0];
  return topic === undefined
    ? "name an entry of answers/"
    : `name an entry of answers/${topic}.yaml`;
}

function checkReferences(answer: Answer, pack: Pack, must: Must): void {
  answer.sources.forEach((clause, at) =>
    must(
      clause in pack.clauses,
      ["sources", at],
      `no clause "${clause}"`,
      "name a clause of clauses.yaml, or add it there",
    ),
  );
  answer.links.forEach((link, at) =>
    must(link in pack.links, ["links", at], `no link "${link}"`, "name a link of links.yaml"),
  );
  answer.next.forEach((id, at) =>
    must(pack.answers.has(id), ["next", at], `no answer "${id}"`, entryRemedy(id)),
  );
  for (const key of ["sources", "links", "next", "also", "show", "rules_also"] as const)
    answer[key].forEach((name, at) =>
      must(isFirst(answer[key], at), [key, at], `${key} names ${name} twice`, "name it once"),
    );
  for (const name of strangers(answer.text, pack.facts))
    must(
      false,
      ["text"],
      `nothing is put in place of ${name}`,
      "name a fact of facts.yaml, or add it there",
    );
  const applicants = pack.registration.applicants.map(({ id }) => id);
  const { applicant } = answer;
  const shows = answer.show.includes("steps");
  must(
    !shows || (applicant !== undefined && applicants.includes(applicant)),
    ["show"],
    `shows the steps of no applicant`,
    `add applicant: one of ${applicants.join(", ")} of registration.yaml`,
  );
  const rests = answer.kind === "outside" || answer.sources.length > 0;
  must(
    rests,
    ["sources"],
    "rests on no clause",
    "name the clause; for a silent entry the nearest one",
  );
}

/** A whole tier is named by its number, what comes to light afterwards by 末段, as in the notice. */
function checkAct(answer: Answer, pack: Pack, must: Must): void {
  const numbers = Object.keys(pack.clauses).map((clause) => clause.split(" ").at(-1));
  const known = new Set([...pack.conduct.rules.map(({ id }) => id), ...numbers]);
  const { rule: named } = answer;
  must(
    named === undefined || known.has(named),
    ["rule"],
    `no rule "${named}"`,
    "name a rule of conduct.yaml",
  );
  answer.rules_also.forEach((rule, at) =>
    must(known.has(rule), ["rules_also", at], `no rule "${rule}"`, "name a rule of conduct.yaml"),
  );
  const depends = answer.tier === "depends";
  must(
    !depends || answer.clarify !== undefined,
    ["tier"],
    "depends, but asks nothing back",
    "add clarify, or name the tier",
  );
  must(
    depends || answer.clarify === undefined,
    ["clarify"],
    "asks back although the tier is known",
    "use clarify with tier: depends, and only there",
  );
  const rule = pack.conduct.rules.find(({ id }) => id === answer.rule);
  const fits = !rule || !answer.tier || ["none", "depends", rule.tier].includes(answer.tier);
  must(
    fits,
    ["tier"],
    `rule ${rule?.id} leads to ${rule?.tier}, not ${answer.tier}`,
    "mend the rule or the tier",
  );
  const leads = answer.clarify?.options.map((option) => option.answer) ?? [];
  answer.clarify?.options.forEach((option, at) => {
    must(
      isFirst(leads, at),
      ["clarify", "options", at, "answer"],
      `two options lead to "${option.answer}"`,
      "keep one",
    );
    must(
      pack.answers.has(option.answer),
      ["clarify", "options", at, "answer"],
      `no answer "${option.answer}"`,
      entryRemedy(option.answer),
    );
  });
}
