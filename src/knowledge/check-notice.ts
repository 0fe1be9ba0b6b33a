import { checkConditions } from "./check-conditions.ts";
import { checkEducation } from "./check-education.ts";
import { checkLists } from "./check-lists.ts";
import { checkProjects } from "./check-projects.ts";
import { checkTimetable } from "./check-timetable.ts";
import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { strangers } from "./placeholders.ts";
import { createReport, eachInOrder, eachOnce, idsOf } from "./report.ts";
import type { Fault, YamlFile } from "./yaml-file.ts";

/** Clauses, projects, fees, months, conditions and rules. */
export function checkNotice(pack: Pack, files: PackFiles): Fault[] {
  return [
    ...checkClauses(pack, files),
    ...checkPeriods(pack, files),
    ...checkDesk(pack, files),
    ...checkProjects(pack, files),
    ...checkTimetable(pack, files),
    ...checkConditions(pack, files),
    ...checkConduct(pack, files),
    ...checkLists(pack, files),
    ...checkEducation(pack, files),
  ];
}

type Named = readonly { readonly clause: string }[];
type Place = readonly [file: YamlFile<unknown>, path: readonly (string | number)[], clause: string];

/** Every clause that a file of the notice names; those of answers are checked with the answers. */
function checkClauses(pack: Pack, files: PackFiles): Fault[] {
  const each = (file: YamlFile<unknown>, before: readonly string[], list: Named): Place[] =>
    list.map(({ clause }, index) => [file, [...before, index, "clause"], clause]);
  const keyed = (
    file: YamlFile<unknown>,
    record: Readonly<Record<string, { clause: string }>>,
  ): Place[] => Object.entries(record).map(([key, { clause }]) => [file, [key, "clause"], clause]);
  const places: Place[] = [
    ...keyed(files.facts, pack.facts),
    ...keyed(files.links, pack.links),
    [files.projects, ["clause"], pack.projects.clause],
    [files.projects, ["fee_clause"], pack.projects.fee_clause],
    [files.timetable, ["clause"], pack.timetable.clause],
    [files.desk, ["clause"], pack.desk.clause],
    [files.occupations, ["clause"], pack.occupations.clause],
    [files.majors, ["clause"], pack.majors.clause],
    [files.registration, ["materials", "clause"], pack.registration.materials.clause],
    ...each(files.registration, ["applicants"], pack.registration.applicants),
    ...each(files.eligibility, ["requirements"], pack.eligibility.requirements),
    ...each(files.eligibility, ["conditions"], pack.eligibility.conditions),
    ...each(files.conduct, ["tiers"], pack.conduct.tiers),
    ...each(files.conduct, ["rules"], pack.conduct.rules),
  ];
  return places
    .filter(([, , clause]) => !(clause in pack.clauses))
    .map(([file, path, clause]) =>
      file.fault(path, `no clause "${clause}"`, "name a clause of clauses.yaml, or add it there"),
    );
}

function checkPeriods({ meta, announcements, facts }: Pack, files: PackFiles): Fault[] {
  const remedy = "put the earlier day first";
  const [valid, dated] = [createReport(files.meta), createReport(files.announcements)];
  valid.must(
    meta.valid.from <= meta.valid.to,
    ["valid"],
    `from ${meta.valid.from} to ${meta.valid.to} is no period`,
    remedy,
  );
  announcements.forEach(({ from, to, text }, index) => {
    dated.must(from <= to, [index, "to"], `from ${from} to ${to} is no period`, remedy);
    for (const name of strangers(text, facts))
      dated.must(
        false,
        [index, "text"],
        `nothing is put in place of ${name}`,
        "name a fact of facts.yaml",
      );
  });
  return [...valid.faults, ...dated.faults];
}

/** The hours of a day run forward and do not meet. */
function checkDesk({ desk }: Pack, files: PackFiles): Fault[] {
  const { must, faults } = createReport(files.desk);
  desk.spans.forEach(([from, to], index) => {
    const before = desk.spans[index - 1]?.[1] ?? "";
    must(
      from < to,
      ["spans", index],
      `from ${from} to ${to} is no time`,
      "put the earlier hour first",
    );
    must(
      before <= from,
      ["spans", index],
      `${from} lies before ${before}`,
      "put the hours in order",
    );
  });
  return faults;
}

/** Each rule stands under its tier, and each clause under a tier has its rule. */
function checkConduct({ conduct: { tiers, rules }, clauses }: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.conduct);
  const { must, faults } = report;
  eachOnce(report, ["tiers"], idsOf(tiers), "tiers");
  eachOnce(report, ["rules"], idsOf(rules), "rules");
  eachInOrder(report, ["tiers"], tiers, clauses);
  eachInOrder(report, ["rules"], rules, clauses);
  for (const clause of Object.keys(clauses))
    must(
      !tiers.some((tier) => clause.startsWith(`${tier.clause}.`)) ||
        rules.some(({ id }) => clause.endsWith(` ${id}`)),
      ["rules"],
      `no rule for ${clause}`,
      "add it, or remove the clause from clauses.yaml",
    );
  rules.forEach(({ id, tier, clause }, index) => {
    const path = ["rules", index];
    const above = tiers.find((one) => one.id === tier);
    must(above !== undefined, [...path, "tier"], `no tier "${tier}"`, "name a tier of this file");
    must(
      !above || clause.startsWith(above.clause),
      [...path, "tier"],
      `${clause} does not stand under ${above?.clause}`,
      "give the rule the tier that its clause belongs to",
    );
    must(
      clause.endsWith(` ${id}`),
      [...path, "clause"],
      `rule ${id} rests on ${clause}`,
      "name the clause of this rule",
    );
  });
  return faults;
}
