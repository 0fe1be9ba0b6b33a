import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { type Report, createReport, eachInOrder, eachOnce, idsOf } from "./report.ts";
import type { Requirement } from "./schemas/eligibility.ts";
import type { Fault } from "./yaml-file.ts";

/** Conditions name levels, schools and clauses that exist, and no level is without one. */
export function checkConditions(pack: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.eligibility);
  const { requirements, conditions } = pack.eligibility;
  const levels = idsOf(pack.projects.levels);
  conditions.forEach(({ id, level, clause, at_best: limit, because }, index) => {
    const path = ["conditions", index];
    report.must(
      levels.includes(level),
      [...path, "level"],
      `no level "${level}"`,
      "name a level of projects.yaml",
    );
    report.must(
      (limit === undefined) === (because === undefined),
      [...path, "id"],
      "at_best and because go together",
      "say why it is never certain, or remove at_best",
    );
    report.must(
      clause.split(" ").at(-1) === id,
      [...path, "clause"],
      `condition ${id} rests on ${clause}`,
      "name the clause of this condition",
    );
    report.must(
      !levels.includes(level) || id.startsWith(level),
      [...path, "level"],
      `condition ${id} is not one of ${level}`,
      "name the level that its clause belongs to",
    );
  });
  eachOnce(report, ["conditions"], idsOf(conditions), "conditions");
  eachInOrder(report, ["conditions"], conditions, pack.clauses);
  eachOnce(report, ["requirements"], idsOf(requirements), "requirements");
  requirements.forEach(({ requires, links }, index) => {
    links.forEach((link, at) =>
      report.must(
        link in pack.links,
        ["requirements", index, "links", at],
        `no link "${link}"`,
        "name a link of links.yaml",
      ),
    );
    checkNames(requires, ["requirements", index, "requires"], pack, report);
  });
  conditions.forEach(({ requires }, index) =>
    checkNames(requires, ["conditions", index, "requires"], pack, report),
  );
  for (const level of levels)
    report.must(
      conditions.some((one) => one.level === level),
      ["conditions"],
      `no condition for ${level}`,
      "add at least one",
    );
  for (const name of Object.keys(pack.clauses).map((clause) => clause.split(" ").at(-1) ?? ""))
    report.must(
      !levels.some((level) => name.startsWith(`${level}(`)) || idsOf(conditions).includes(name),
      ["conditions"],
      `no condition ${name}`,
      "add it, or remove its clause from clauses.yaml",
    );
  return report.faults;
}

function checkNames(tree: Requirement, path: Path, pack: Pack, { must }: Report): void {
  const levels = idsOf([...pack.projects.levels, ...pack.projects.other_levels]);
  const schools = idsOf(pack.education.schools);
  for (const { list, name, at } of namesIn(tree, path))
    if (list === "level")
      must(levels.includes(name), at, `no level "${name}"`, "name a level of projects.yaml");
    else must(schools.includes(name), at, `no school "${name}"`, "name a school of education.yaml");
}

type Path = readonly (string | number)[];

interface Name {
  readonly list: "level" | "school";
  readonly name: string;
  readonly at: Path;
}

function namesIn(tree: Requirement, path: Path): Name[] {
  const each = (
    list: Name["list"],
    key: string,
    names: readonly string[] = [],
    of: string,
  ): Name[] => names.map((name, index) => ({ list, name, at: [...path, of, key, index] }));
  if ("all" in tree) return tree.all.flatMap((one, index) => namesIn(one, [...path, "all", index]));
  if ("any" in tree) return tree.any.flatMap((one, index) => namesIn(one, [...path, "any", index]));
  if ("education" in tree)
    return [
      { list: "school", name: tree.education.minimum, at: [...path, "education", "minimum"] },
    ];
  if ("certificate" in tree)
    return [
      ...each("level", "levels", tree.certificate.levels, "certificate"),
      ...each("level", "unsure_levels", tree.certificate.unsure_levels, "certificate"),
    ];
  if ("diploma" in tree)
    return [
      ...each("school", "schools", tree.diploma.schools, "diploma"),
      ...each("school", "unsure_schools", tree.diploma.unsure_schools, "diploma"),
    ];
  return [];
}
