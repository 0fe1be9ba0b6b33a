import { typesFor } from "./question-paths.ts";
import { type Must, type Path, has } from "./report.ts";
import type { Question } from "./schemas/dialog.ts";
import { GRADES, MATCHES, STATUSES } from "./schemas/eligibility.ts";
import { attempt } from "./sound-parts.ts";

/** What need not be there: each asks first for one more thing of a kind. */
const OPENS =
  /^(?:work\.\d+\.match|certificates\.\d+\.level|titles\.\d+\.grade|diplomas\.[1-9]\d*\.school)$/u;
/** Types whose options are all there is. */
const CLOSED: Partial<Record<Question["type"], readonly string[]>> = {
  status: STATUSES,
  occupation: MATCHES,
  title_grade: GRADES,
  major: ["listed", "unlisted"],
};

/** Whatever the case is, there is an answer to tap. */
export function checkAnswerable(question: Question, path: Path, must: Must): void {
  if (!typesFor(question.fact)) return;
  attempt(
    () => checkNone(question, path, must),
    () => checkAll(question, path, must),
    () => checkOptions(question, path, must),
  );
}

function checkNone({ fact, none }: Question, path: Path, must: Must): void {
  must(
    (none !== undefined) === OPENS.test(fact),
    path,
    `${fact}: "none" is ${none === undefined ? "missing" : "no answer"}`,
    "give it where there may be none, and only there",
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

function checkOptions({ fact, type, options }: Question, path: Path, must: Must): void {
  must(type === "target" || options.length > 0, path, `${fact}: no options`, "give some to tap");
  for (const id of CLOSED[type] ?? [])
    must(has(options, id), [...path, "options"], `no option "${id}"`, "add it");
}
