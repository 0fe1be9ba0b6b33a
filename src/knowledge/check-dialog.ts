import { entryRemedy } from "./check-answers.ts";
import { checkInterview } from "./check-interview.ts";
import { parseFactId } from "../fact-ids.ts";
import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { placeholders, strangers } from "./placeholders.ts";
import { createReport, eachOnce, idsOf, isFirst } from "./report.ts";
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
  const { must, faults } = createReport(files.wording);
  for (const [key, params] of Object.entries(PHRASES) as [Phrase, readonly string[]][]) {
    const known = { ...facts, ...Object.fromEntries(params.map((name) => [name, true])) };
    for (const name of strangers(wording[key], known))
      must(
        false,
        [key],
        `${key}: nothing is put in place of ${name}`,
        "use the names that stood here, or a fact of facts.yaml",
      );
    for (const name of params)
      must(
        placeholders(wording[key]).includes(name),
        [key],
        `${key}: {${name}} is missing`,
        "put it back into the sentence",
      );
  }
  return faults;
}

function checkRegistration({ registration, links, facts }: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.registration);
  const { must, faults } = report;
  const ids = idsOf(registration.questions);
  ids.forEach((id, index) =>
    must(isFirst(ids, index), ["questions", index, "id"], `two questions "${id}"`, "keep one"),
  );
  registration.questions.forEach(({ id, type }, index) =>
    must(
      type === id,
      ["questions", index, "type"],
      `the question ${id} asks for ${type}`,
      "give both the same name",
    ),
  );
  const filled = (text: string, path: (string | number)[]): void => {
    for (const name of strangers(text, facts))
      must(false, path, `nothing is put in place of ${name}`, "name a fact of facts.yaml");
  };
  eachOnce(report, ["applicants"], idsOf(registration.applicants), "applicants");
  registration.applicants.forEach((applicant, index) => {
    const path = ["applicants", index];
    must(
      applicant.links.length > 0 !== (applicant.entry !== undefined),
      path,
      `${applicant.id}: where to register is not told once`,
      "give links, or entry where the notice has no address",
    );
    must(
      applicant.label.includes(applicant.id),
      [...path, "label"],
      `"${applicant.label}" does not name ${applicant.id}`,
      "make label and id agree",
    );
    applicant.links.forEach((link, at) => {
      const place = [...path, "links", at];
      must(link in links, place, `no link "${link}"`, "name a link of links.yaml");
      must(isFirst(applicant.links, at), place, `names ${link} twice`, "name it once");
    });
    applicant.steps.forEach((step, at) => filled(step, [...path, "steps", at]));
    applicant.materials?.forEach((item, at) => filled(item, [...path, "materials", at]));
  });
  registration.materials.items.forEach((item, at) => filled(item, ["materials", "items", at]));
  return faults;
}

/** Each button stands once, and one that does something does what its label typed would do. */
function checkMenu({ menu, answers, vocabulary }: Pack, files: PackFiles): Fault[] {
  const { must, faults } = createReport(files.menu);
  const leads = menu.map((item) => ("ask" in item ? item.ask : item.do));
  menu.forEach((item, index) => {
    const lead = leads[index] ?? "";
    must(isFirst(leads, index), [index], `"${lead}" has a button already`, "remove one");
    if ("ask" in item)
      must(answers.has(lead), [index, "ask"], `no answer "${lead}"`, entryRemedy(lead));
    else
      must(
        vocabulary.commands[item.do].includes(item.label),
        [index, "label"],
        `"${item.label}" is no phrase of ${item.do}`,
        "use one of vocabulary.yaml, or add it there",
      );
  });
  return faults;
}

function checkVocabulary(
  { vocabulary, interview, registration, answers }: Pack,
  files: PackFiles,
): Fault[] {
  const { must, faults } = createReport(files.vocabulary);
  const questions = [...idsOf(interview), ...idsOf(registration.questions)];
  for (const id of Object.keys(vocabulary.question_aliases))
    must(
      questions.includes(parseFactId(id).question),
      ["question_aliases", id],
      `no question "${id}"`,
      "name a question of interview.yaml or registration.yaml",
    );
  for (const id of Object.keys(vocabulary.elsewhere))
    must(
      answers.get(id)?.kind === "outside",
      ["elsewhere", id],
      `no answer "${id}" of kind outside`,
      entryRemedy(id),
    );
  for (const id of [vocabulary.alone.month, ...vocabulary.alone.name])
    must(answers.has(id), ["alone"], `no answer "${id}"`, "name an entry of answers/");
  const other = vocabulary.other_occupation.answer;
  must(
    answers.get(other)?.kind === "outside",
    ["other_occupation", "answer"],
    `no answer "${other}" of kind outside`,
    entryRemedy(other),
  );
  for (const [slip, meant] of Object.entries(vocabulary.spelling))
    must(
      !meant.includes(slip),
      ["spelling", slip],
      `"${meant}" holds the slip "${slip}" itself`,
      "a mended word must not need mending again",
    );
  const owners = new Map<string, string>();
  for (const [command, phrases] of Object.entries(vocabulary.commands))
    phrases.forEach((phrase, index) => {
      const owner = owners.get(phrase);
      must(
        owner === undefined,
        ["commands", command, index],
        `"${phrase}" is a command of ${owner} too`,
        "keep it in one place",
      );
      owners.set(phrase, command);
    });
  return faults;
}
