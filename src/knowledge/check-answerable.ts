import { type Report, idsOf } from "./report.ts";
import type { Question } from "./schemas/dialog.ts";
import { GRADES, MATCHES, STATUSES } from "./schemas/eligibility.ts";

/** What need not be there: each asks first for a thing that one may not have. */
const OPENS = ["work.match", "certificates.level", "titles.grade"];
/** Types whose options are all there is. */
const CLOSED: Partial<Record<Question["type"], readonly string[]>> = {
  status: STATUSES,
  occupation: MATCHES,
  title_grade: GRADES,
  major: ["listed", "unlisted"],
};

/** Whatever the case is, there is an answer to tap. */
export function checkAnswerable(
  { type, fact, options, none, all }: Question,
  path: number[],
  { must }: Report,
): void {
  must(
    (none !== undefined) === OPENS.includes(fact),
    path,
    `${fact}: "none" is ${none === undefined ? "missing" : "no answer"}`,
    "give it where there may be none, and only there",
  );
  must(
    (all !== undefined) === (type === "target"),
    path,
    `${fact}: "all" is ${all === undefined ? "missing" : "no answer"}`,
    "give it where levels are chosen, and only there",
  );
  must(type === "target" || options.length > 0, path, `${fact}: no options`, "give some to tap");
  const ids = idsOf(options);
  for (const id of CLOSED[type] ?? []) {
    const saidByNone = id === "unlisted" && none !== undefined; // both mean that none counts
    must(saidByNone || ids.includes(id), [...path, "options"], `no option "${id}"`, "add it");
  }
}
