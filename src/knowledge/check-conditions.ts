import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { type Report, createReport, idsOf, isFirst } from "./report.ts";
import type { Requirement } from "./schemas/eligibility.ts";
import type { Fault } from "./yaml-file.ts";

/** Conditions name levels, schools and clauses that exist, and no level is without one. */
export function checkConditions(pack: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.eligibility);
  const { requirements, conditions } = pack.eligibility;
  const levels = idsOf(pack.projects.levels);
  conditions.forEach(({ id, level, clause, at_best: limit, because }, index) => {
    const path = ["conditions", index];
    report.require(
      isFirst(idsOf(conditions), index),
      [...path, "id"],
      `two conditions "${id}"`,
      "give each its own id",
    );
    report.require(
      levels.includes(level),
      [...path, "level"],
      `no level "${level}"`,
      "name a level of projects.yaml",
    );
    report.require(
      (limit === undefined) === (because === undefined),
      [...path, "id"],
      "at_best and because go together",
      "say why it is never certain, or remove at_best",
    );
    report.require(
      clause.endsWith(id),
      [...path, "clause"],
      `condition ${id} rests on ${clause}`,
      "name the clause of this condition",
    );
  });
  requirements.forEach(({ requires }, index) =>
    checkNames(requires, ["requirements", index, "requires"], pack, report),
  );
  conditions.forEach(({ requires }, index) =>
    checkNames(requires, ["conditions", index, "requires"], pack, report),
  );
  for (const level of levels)
    report.require(
      conditions.some((one) => one.level === level),
      ["conditions"],
      `no condition for ${level}`,
      "add at least one",
    );
  return report.faults;
}

function checkNames(
  tree: Requirement,
  path: (string | number)[],
  pack: Pack,
  { require }: Report,
): void {
  const levels = idsOf([...pack.projects.levels, ...pack.projects.other_levels]);
  const schools = idsOf(pack.education.schools);
  for (const [list, name] of namesIn(tree))
    if (list === "level")
      require(levels.includes(name), path, `no level "${name}"`, "name a level of projects.yaml");
    else
      require(schools.includes(
        name,
      ), path, `no school "${name}"`, "name a school of education.yaml");
}

function namesIn(tree: Requirement): ["level" | "school", string][] {
  if ("all" in tree) return tree.all.flatMap(namesIn);
  if ("any" in tree) return tree.any.flatMap(namesIn);
  if ("education" in tree) return [["school", tree.education.minimum]];
  if ("certificate" in tree) {
    const { levels, unsure_levels: unsure = [] } = tree.certificate;
    return [...levels, ...unsure].map((name) => ["level", name]);
  }
  if ("diploma" in tree) {
    const { schools, unsure_schools: unsure = [] } = tree.diploma;
    return [...schools, ...unsure].map((name) => ["school", name]);
  }
  return [];
}
