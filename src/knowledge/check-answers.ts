import { checkAct } from "./check-act.ts";
import { checkReferences } from "./check-references.ts";
import { checkSources } from "./check-sources.ts";
import type { Pack } from "./pack.ts";
import { type Check, type Must, type Path, type Report, each } from "./report.ts";
import { type Answer, topicOf } from "./schemas/answers.ts";
import { attempt } from "./sound-parts.ts";

/** Entries of answers/: what they refer to, and that each id and each example stands once. */
export const checkAnswers: Check = (pack, { answers }) => {
  const homes = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const report of answers)
    attempt(() =>
      each(
        report.file.value,
        [],
        (answer, path) => checkHome(answer, path, homes, report),
        (answer, path) => checkEntry(answer, path, pack, report),
        (answer, path) => checkExamples(answer, path, owners, report),
      ),
    );
};

function checkHome(
  { id }: Answer,
  path: Path,
  homes: Map<string, string>,
  { file: { file }, must }: Report,
): void {
  const place = [...path, "id"];
  const topic = topicOf(id);
  must(
    file.endsWith(`${topic}.yaml`),
    place,
    `${id}: does not belong into this file`,
    `move it to ${topic}.yaml`,
  );
  must(
    !homes.has(id),
    place,
    `${id}: stands in ${homes.get(id)} too`,
    "give each entry its own id",
  );
  homes.set(id, file);
}

/** Paths within the entry, and messages that name it. */
function checkEntry(answer: Answer, path: Path, pack: Pack, report: Report): void {
  const name = nameOf(answer);
  const must: Must = (holds, place, message, remedy) =>
    report.must(holds, [...path, ...place], `${name}: ${message}`, remedy);
  must(
    answer.beside === undefined || answer.kind === "outside",
    ["beside"],
    "beside, though it is a question of ours",
    "leave beside out, or write kind: outside",
  );
  checkReferences(answer, pack, must);
  checkAct(answer, pack, must);
  checkSources(answer, pack, must);
}

function checkExamples(
  answer: Answer,
  path: Path,
  owners: Map<string, string>,
  { must }: Report,
): void {
  const name = nameOf(answer);
  each(answer.examples, [...path, "examples"], (example, place) => {
    const same = fold(example);
    must(
      !owners.has(same),
      place,
      `"${example}" is an example of ${owners.get(same)} too`,
      "keep it where it belongs",
    );
    owners.set(same, name);
  });
}

/** Its id, unless that is withheld. */
function nameOf(answer: Answer): string {
  let name = "an entry";
  attempt(() => void (name = answer.id));
  return name;
}

/** Examples that differ in punctuation, width or case alone train the same. */
function fold(example: string): string {
  return example
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
