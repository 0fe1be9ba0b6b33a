import type { PackFiles } from "./load.ts";
import type { Pack } from "./pack.ts";
import { placeholders } from "./placeholders.ts";
import { QUESTION_PATHS, thresholds } from "./question-paths.ts";
import type { Question } from "./schemas/dialog.ts";
import { PHRASES, type Phrase } from "./schemas/wording.ts";
import type { Fault } from "./yaml-file.ts";

/** Questions, menu, vocabulary and wording. */
export function checkDialog(pack: Pack, files: PackFiles): Fault[] {
  return [
    ...wording(pack, files),
    ...questions(pack, files),
    ...registration(pack, files),
    ...menu(pack, files),
    ...vocabulary(pack, files),
  ];
}

function wording(pack: Pack, files: PackFiles): Fault[] {
  return Object.entries(PHRASES).flatMap(([key, params]) => {
    const used = new Set(placeholders(pack.wording[key as Phrase]));
    const wanted = new Set<string>(params);
    const extra = [...used].filter((name) => !wanted.has(name) && !(name in pack.facts));
    const missing = [...wanted].filter((name) => !used.has(name));
    return [
      ...extra.map((name) =>
        files.wording.fault(
          [key],
          `${key}: nothing is put in place of {${name}}`,
          `use ${[...wanted].map((one) => `{${one}}`).join(" ") || "no name in braces"}`,
        ),
      ),
      ...missing.map((name) =>
        files.wording.fault([key], `${key}: {${name}} is missing`, "put it back into the sentence"),
      ),
    ];
  });
}

function questions(pack: Pack, files: PackFiles): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set<string>();
  pack.interview.forEach((question, index) => {
    const wrong = (key: string, message: string, remedy: string): number =>
      faults.push(files.interview.fault([index, key], message, remedy));
    if (ids.has(question.id)) wrong("id", `two questions "${question.id}"`, "give each its own id");
    ids.add(question.id);
    const expected = QUESTION_PATHS[question.fact.replace(/\.\d+\./u, ".*.")];
    if (!expected)
      wrong(
        "fact",
        `no fact "${question.fact}"`,
        `one of ${Object.keys(QUESTION_PATHS).join(", ")}`,
      );
    else if (!expected.includes(question.type))
      wrong(
        "type",
        `${question.fact} cannot be asked as ${question.type}`,
        `use ${expected.join(" or ")}`,
      );
    faults.push(...options(question, index, pack, files));
  });
  return faults;
}

function options(question: Question, index: number, pack: Pack, files: PackFiles): Fault[] {
  const faults: Fault[] = [];
  const ranged = question.type === "duration" || question.type === "age";
  const borders = ranged ? thresholds(pack.eligibility, question.fact) : [];
  const seen = new Set<string>();
  question.options.forEach((option, at) => {
    const path = [index, "options", at];
    if (seen.has(option.id))
      faults.push(
        files.interview.fault(
          [...path, "id"],
          `two options "${option.id}"`,
          "give each its own id",
        ),
      );
    seen.add(option.id);
    if (question.type === "school" && !pack.education.schools.some(({ id }) => id === option.id))
      faults.push(
        files.interview.fault(
          [...path, "id"],
          `no school "${option.id}"`,
          "name a school of education.yaml",
        ),
      );
    if (ranged !== (option.months !== undefined))
      faults.push(
        files.interview.fault(
          path,
          ranged ? "months are missing" : "months have no meaning here",
          ranged ? "give [from, to] in months" : "remove them",
        ),
      );
    const [from, to = Infinity] = option.months ?? [0, 0];
    if (from > to)
      faults.push(
        files.interview.fault(
          [...path, "months"],
          `from ${from} to ${to} is no range`,
          "put the smaller first",
        ),
      );
    for (const border of borders)
      if (from < border && to >= border)
        faults.push(
          files.interview.fault(
            [...path, "months"],
            `the option reaches over ${border} months, where a condition turns`,
            `end at ${border - 1} or begin at ${border}`,
          ),
        );
  });
  return faults;
}

function registration(pack: Pack, files: PackFiles): Fault[] {
  const ids = pack.registration.questions.map(({ id }) => id);
  return pack.registration.questions
    .flatMap(({ id }, index) =>
      ids.indexOf(id) === index
        ? []
        : [
            files.registration.fault(
              ["questions", index, "id"],
              `two questions "${id}"`,
              "keep one",
            ),
          ],
    )
    .concat(
      pack.registration.applicants.flatMap(({ steps, links }, index) => [
        ...links
          .filter((link) => !(link in pack.links))
          .map((link) =>
            files.registration.fault(
              ["applicants", index, "links"],
              `no link "${link}"`,
              "name a link of links.yaml",
            ),
          ),
        ...steps.flatMap((step, at) =>
          placeholders(step)
            .filter((name) => !(name in pack.facts))
            .map((name) =>
              files.registration.fault(
                ["applicants", index, "steps", at],
                `no fact "${name}"`,
                "name a fact of facts.yaml",
              ),
            ),
        ),
      ]),
    );
}

function menu(pack: Pack, files: PackFiles): Fault[] {
  return pack.menu.flatMap((item, index) =>
    "ask" in item && !pack.answers.has(item.ask)
      ? [files.menu.fault([index, "ask"], `no answer "${item.ask}"`, "name an entry of answers/")]
      : [],
  );
}

function vocabulary(pack: Pack, files: PackFiles): Fault[] {
  const known = new Set([
    ...pack.interview.map(({ id }) => id),
    ...pack.registration.questions.map(({ id }) => id as string),
  ]);
  const faults = Object.keys(pack.vocabulary.question_aliases)
    .filter((id) => !known.has(id))
    .map((id) =>
      files.vocabulary.fault(
        ["question_aliases", id],
        `no question "${id}"`,
        "name a question of interview.yaml or registration.yaml",
      ),
    );
  for (const answer of Object.keys(pack.vocabulary.elsewhere))
    if (pack.answers.get(answer)?.kind !== "outside")
      faults.push(
        files.vocabulary.fault(
          ["elsewhere", answer],
          `no answer "${answer}" of kind outside`,
          "name such an entry of answers/",
        ),
      );
  const owner = new Map<string, string>();
  for (const [command, phrases] of Object.entries(pack.vocabulary.commands))
    phrases.forEach((phrase, index) => {
      const other = owner.get(phrase);
      if (other !== undefined)
        faults.push(
          files.vocabulary.fault(
            ["commands", command, index],
            `"${phrase}" is a command of ${other} too`,
            "keep it in one place",
          ),
        );
      owner.set(phrase, command);
    });
  return faults;
}
