import { type Check, type Must, eachOnce, has } from "./report.ts";
import { GRADES, STATUSES } from "./schemas/eligibility.ts";
import { attempt } from "./sound-parts.ts";
import { eachAliasOnce } from "./words-once.ts";

/** Schools, statuses and titles stand once each, a word means one of them, and every status and grade has its words. */
export const checkEducation: Check = ({ education }, { education: { must } }) => {
  attempt(
    () => eachOnce(must, education.schools, ["schools"], "schools", "id"),
    () => eachOnce(must, education.statuses, ["statuses"], "statuses", "id"),
    () => eachOnce(must, education.titles, ["titles"], "titles", "id"),
    () => eachOnce(must, education.certificate_kinds, ["certificate_kinds"], "kinds", "match"),
    () => eachAliasOnce(must, education.schools, ["schools"]),
    () => eachAliasOnce(must, education.statuses, ["statuses"]),
    () => checkEvery(education.statuses, "statuses", STATUSES, must),
    () => checkEvery(education.titles, "titles", GRADES, must),
  );
};

function checkEvery(
  list: readonly { readonly id: string }[],
  key: string,
  wanted: readonly string[],
  must: Must,
): void {
  for (const id of wanted)
    must(has(list, id), [key], `no entry "${id}"`, "add it, with what it is called");
}
