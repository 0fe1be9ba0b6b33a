import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { createReport, eachOnce, idsOf } from "./report.ts";
import { GRADES, STATUSES } from "./schemas/eligibility.ts";
import type { Fault } from "./yaml-file.ts";

/** Schools, statuses and titles stand once each, and every status and grade has its words. */
export function checkEducation({ education }: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.education);
  const { schools, statuses, titles, certificate_kinds: kinds } = education;
  eachOnce(report, ["schools"], idsOf(schools), "schools");
  eachOnce(report, ["statuses"], idsOf(statuses), "statuses");
  eachOnce(report, ["titles"], idsOf(titles), "titles");
  const matches = kinds.map(({ match }) => match);
  eachOnce(report, ["certificate_kinds"], matches, "kinds", "match");
  const every = (list: "statuses" | "titles", wanted: readonly string[]): void => {
    const there = idsOf(education[list]);
    for (const id of wanted)
      report.must(there.includes(id), [list], `no entry "${id}"`, "add it, with what it is called");
  };
  every("statuses", STATUSES);
  every("titles", GRADES);
  return report.faults;
}
