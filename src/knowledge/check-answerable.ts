import type { Pack } from "./pack.ts";
import { typesFor } from "./question-paths.ts";
import { type Must, type Path, has } from "./report.ts";
import type { Question } from "./schemas/dialog.ts";
import { GRADES, MATCHES, STATUSES } from "./schemas/eligibility.ts";
import { attempt } from "./sound-parts.ts";

/** What need not be there: each asks first for a thing that one may not have. */
const OPENS = ["work.match", "certificates.level", "titles.grade"];
/** Things of which one may have several, by the question that names one. */
const SEVERAL = ["diplomas.school", "work.match", "certificates.level"];
/** Types whose options are all there is; without a list nothing is known to be on it, or not to be. */
const CLOSED: Partial<Record<Question["type"], (pack: Pack) => readonly string[]>> = {
  status: () => STATUSES,
  occupation: ({ occupations: { unknown } }) =>
    unknown === undefined ? MATCHES : ["own", "unclear"],
  title_grade: () => GRADES,
  major: ({ majors: { unknown } }) => (unknown === undefined ? ["listed", "unlisted"] : []),
};

/** Whatever the case is, there is an answer to tap. */
export function checkAnswerable(question: Question, path: Path, pack: Pack, must: Must): void {
  if (!typesFor(question.fact)) return;
  attempt(
    () => checkNone(question, path, must),
    () => checkAnother(question, path, must),
    () => checkAll(question, path, must),
    () => checkOptions(question, path, pack, must),
  );
}

function checkNone({ fact, none }: Question, path: Path, must: Must): void {
  must(
    (none !== undefined) === OPENS.includes(fact),
    path,
    `${fact}: "none" is ${none === undefined ? "missing" : "no answer"}`,
    "give it where there may be none, and only there",
  );
}

/** Only the question that names a thing can ask for one more; details follow it, and a title is one. */
function checkAnother({ fact, another, once }: Question, path: Path, must: Must): void {
  must(
    (another !== undefined) === SEVERAL.includes(fact),
    path,
    `${fact}: "another" is ${another === undefined ? "missing" : "not asked here"}`,
    "give it where one may have several, and only there",
  );
  must(
    once === undefined || (fact.includes(".") && !SEVERAL.includes(fact)),
    path,
    `${fact}: "once" has no meaning here`,
    "remove it",
  );
}

function checkAll({ fact, type, all }: Question, path: Path, must: Must): void {
  must(
    (all !== undefined) === (type === "target"),
    path,
    `${fact}: "all" is ${all === undefined ? "missing" : "no answer"}`,
    "give it where levels are chosen, and only there",
  );
}

function checkOptions({ fact, type, options }: Question, path: Path, pack: Pack, must: Must): void {
  must(type === "target" || options.length > 0, path, `${fact}: no options`, "give some to tap");
  for (const id of CLOSED[type]?.(pack) ?? []) {
    const saidByNone = id === "unlisted" && OPENS.includes(fact); // both mean that none counts
    must(saidByNone || has(options, id), [...path, "options"], `no option "${id}"`, "add it");
  }
}
