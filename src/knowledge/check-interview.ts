import { checkAnswerable } from "./check-answerable.ts";
import { checkLabel } from "./check-label.ts";
import { checkCover, checkMonths } from "./check-months.ts";
import type { Pack } from "./pack.ts";
import { QUESTION_PATHS, typesFor } from "./question-paths.ts";
import { type Check, type Must, type Path, each, eachOnce, idsOf } from "./report.ts";
import type { Option, Question } from "./schemas/dialog.ts";
import { GRADES, MATCHES, STATUSES } from "./schemas/eligibility.ts";
import { createOnce, eachAliasOnce } from "./words-once.ts";

/** Questions of the self-assessment: what they ask for, and that their options cover it exactly. */
export const checkInterview: Check = (pack, { interview: { must } }) => {
  eachOnce(must, pack.interview, [], "questions", "id");
  each(
    pack.interview,
    [],
    (question, path) => checkFact(question, path, must),
    ({ options }, path) => eachOnce(must, options, [...path, "options"], "options", "id"),
    ({ options }, path) => eachAliasOnce(must, options, [...path, "options"]),
    (question, path) => checkDenials(question, path, must),
    (question, path) =>
      each(
        question.options,
        [...path, "options"],
        (option, place) => checkId(option, question, place, pack, must),
        (option, place) => checkMonths(option, question, place, pack, must),
        (option, place) => checkLabel(option, question, [...place, "label"], pack, must),
      ),
    (question, path) => checkCover(question, [...path, "options"], must),
    (question, path) => checkAnswerable(question, path, pack, must),
  );
};

function checkFact(question: Question, path: Path, must: Must): void {
  const { fact } = question;
  const types = typesFor(fact);
  const paths = Object.keys(QUESTION_PATHS).join(", ");
  must(types !== undefined, [...path, "fact"], `no fact "${fact}"`, `one of ${paths}`);
  must(
    !types || types.includes(question.type),
    [...path, "type"],
    `${fact} cannot be asked as ${question.type}`,
    `use ${types?.join(" or ")}`,
  );
}

function checkId({ id }: Option, { type }: Question, path: Path, pack: Pack, must: Must): void {
  const ids = optionIds(type, pack);
  must(
    !ids || ids.includes(id),
    [...path, "id"],
    `no ${type} "${id}"`,
    `use one of ${ids?.join(", ")}, or add it to education.yaml or projects.yaml`,
  );
}

/** The ids that the options of a question may have; undefined where any will do. */
function optionIds(type: Question["type"], pack: Pack): readonly string[] | undefined {
  if (type === "school") return idsOf(pack.education.schools);
  if (type === "certificate_level")
    return idsOf([...pack.projects.levels, ...pack.projects.other_levels]);
  const ids: Partial<Record<Question["type"], readonly string[]>> = {
    status: STATUSES,
    major: [...MATCHES, "listed"],
    occupation: MATCHES,
    title_grade: GRADES,
  };
  return ids[type];
}

/** No word denies a thing twice or stands for an option as well. */
function checkDenials(question: Question, path: Path, must: Must): void {
  const { denials, options, another } = question;
  for (const [own, place] of [
    [denials, path],
    [another?.denials ?? [], [...path, "another"]],
  ] as const) {
    const homes = options.flatMap(({ id, aliases }) =>
      aliases.map((alias) => [alias, id] as const),
    );
    const once = createOnce(must, new Map(homes));
    each(own, [...place, "denials"], (word, at) => once(word, at, "denials"));
  }
}
