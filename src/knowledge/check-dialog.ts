import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { placeholders } from "./placeholders.ts";
import { QUESTION_PATHS, thresholds } from "./question-paths.ts";
import { type Report, createReport, idsOf, isFirst } from "./report.ts";
import type { Option, Question } from "./schemas/dialog.ts";
import { PHRASES, type Phrase } from "./schemas/wording.ts";
import type { Fault } from "./yaml-file.ts";

/** Questions, menu, vocabulary and wording. */
export function checkDialog(pack: Pack, files: PackFiles): Fault[] {
  return [
    ...checkWording(pack, files),
    ...checkInterview(pack, files),
    ...checkRegistration(pack, files),
    ...checkMenu(pack, files),
    ...checkVocabulary(pack, files),
  ];
}

/** A phrase uses all the words that code puts into it, and beside them only facts. */
function checkWording({ wording, facts }: Pack, files: PackFiles): Fault[] {
  const { require, faults } = createReport(files.wording);
  for (const [key, params] of Object.entries(PHRASES) as [Phrase, readonly string[]][]) {
    const used = placeholders(wording[key]);
    for (const name of used)
      require(params.includes(name) || name in facts, [
        key,
      ], `${key}: nothing is put in place of {${name}}`, "use the names that the handbook lists, or a fact of facts.yaml");
    for (const name of params)
      require(used.includes(name), [
        key,
      ], `${key}: {${name}} is missing`, "put it back into the sentence");
  }
  return faults;
}

function checkInterview(pack: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.interview);
  const paths = Object.keys(QUESTION_PATHS).join(", ");
  pack.interview.forEach((question, index) => {
    const { id, fact, type } = question;
    const types = QUESTION_PATHS[fact.replace(/\.\d+\./u, ".*.")];
    report.require(
      isFirst(idsOf(pack.interview), index),
      [index, "id"],
      `two questions "${id}"`,
      "give each its own id",
    );
    report.require(types !== undefined, [index, "fact"], `no fact "${fact}"`, `one of ${paths}`);
    report.require(
      !types || types.includes(type),
      [index, "type"],
      `${fact} cannot be asked as ${type}`,
      `use ${types?.join(" or ")}`,
    );
    question.options.forEach((option, at) =>
      checkOption(option, question, [index, "options", at], pack, report),
    );
    question.options.forEach(({ id: name }, at) =>
      report.require(
        isFirst(idsOf(question.options), at),
        [index, "options", at, "id"],
        `two options "${name}"`,
        "give each its own id",
      ),
    );
  });
  return report.faults;
}

function checkOption(
  option: Option,
  question: Question,
  path: (string | number)[],
  pack: Pack,
  { require }: Report,
): void {
  const ranged = question.type === "duration" || question.type === "age";
  const known = question.type !== "school" || idsOf(pack.education.schools).includes(option.id);
  require(known, [...path, "id"], `no school "${option.id}"`, "name a school of education.yaml");
  require(!ranged ||
    option.months !== undefined, path, "months are missing", "give [from, to] in months");
  require(ranged ||
    option.months === undefined, path, "months have no meaning here", "remove them");
  if (!ranged || option.months === undefined) return;
  const [from, to = Infinity] = option.months;
  require(from <= to, [
    ...path,
    "months",
  ], `from ${from} to ${to} is no range`, "put the smaller first");
  for (const border of thresholds(pack.eligibility, question.fact))
    require(from >= border || to < border, [
      ...path,
      "months",
    ], `the option reaches over ${border} months, where a condition turns`, `end at ${border - 1} or begin at ${border}`);
}

function checkRegistration({ registration, links, facts }: Pack, files: PackFiles): Fault[] {
  const { require, faults } = createReport(files.registration);
  const ids = idsOf(registration.questions);
  ids.forEach((id, index) =>
    require(isFirst(ids, index), ["questions", index, "id"], `two questions "${id}"`, "keep one"),
  );
  registration.applicants.forEach((applicant, index) => {
    const path = ["applicants", index];
    for (const link of applicant.links)
      require(link in links, [...path, "links"], `no link "${link}"`, "name a link of links.yaml");
    applicant.steps.forEach((step, at) => {
      for (const name of placeholders(step))
        require(name in facts, [
          ...path,
          "steps",
          at,
        ], `no fact "${name}"`, "name a fact of facts.yaml");
    });
  });
  return faults;
}

function checkMenu({ menu, answers }: Pack, files: PackFiles): Fault[] {
  const { require, faults } = createReport(files.menu);
  menu.forEach((item, index) => {
    if ("ask" in item)
      require(answers.has(item.ask), [
        index,
        "ask",
      ], `no answer "${item.ask}"`, "name an entry of answers/");
  });
  return faults;
}

function checkVocabulary(
  { vocabulary, interview, registration, answers }: Pack,
  files: PackFiles,
): Fault[] {
  const { require, faults } = createReport(files.vocabulary);
  const questions = [...idsOf(interview), ...idsOf(registration.questions)];
  for (const id of Object.keys(vocabulary.question_aliases))
    require(questions.includes(id), [
      "question_aliases",
      id,
    ], `no question "${id}"`, "name a question of interview.yaml or registration.yaml");
  for (const id of Object.keys(vocabulary.elsewhere))
    require(answers.get(id)?.kind === "outside", [
      "elsewhere",
      id,
    ], `no answer "${id}" of kind outside`, "name such an entry of answers/");
  const owners = new Map<string, string>();
  for (const [command, phrases] of Object.entries(vocabulary.commands))
    phrases.forEach((phrase, index) => {
      const owner = owners.get(phrase);
      require(owner === undefined, [
        "commands",
        command,
        index,
      ], `"${phrase}" is a command of ${owner} too`, "keep it in one place");
      owners.set(phrase, command);
    });
  return faults;
}
