import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { createReport, eachOnce, idsOf, isFirst } from "./report.ts";
import type { Fault } from "./yaml-file.ts";

/** Levels have fees, and every direction is offered at every level exactly once. */
export function checkProjects({ projects, facts }: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.projects);
  const { must, faults } = report;
  const [levels, directions] = [idsOf(projects.levels), idsOf(projects.directions)];
  eachOnce(report, ["levels"], levels, "levels");
  eachOnce(report, ["directions"], directions, "directions");
  eachOnce(report, ["other_levels"], idsOf(projects.other_levels), "levels");
  projects.other_levels.forEach(({ id }, index) =>
    must(
      !levels.includes(id),
      ["other_levels", index, "id"],
      `${id} is one of the levels above`,
      "keep it where it belongs",
    ),
  );
  projects.levels.forEach(({ id, full, fee_fact: fee }, index) => {
    must(
      full.includes(id),
      ["levels", index, "full"],
      `"${full}" does not name ${id}`,
      "make the full name and the id agree",
    );
    const known = typeof facts[fee]?.value === "number";
    const path = ["levels", index, "fee_fact"];
    must(
      known,
      path,
      `no fee: facts.yaml has no figure "${fee}"`,
      "add the fee there, with its clause",
    );
  });
  const keys = projects.projects.map(({ direction = "", level }) => `${direction} ${level}`);
  projects.projects.forEach(({ direction, level }, index) => {
    const path = ["projects", index];
    must(
      levels.includes(level),
      [...path, "level"],
      `no level "${level}"`,
      "name a level of this file",
    );
    const goes = direction === undefined ? directions.length === 0 : directions.includes(direction);
    must(
      goes,
      [...path, "direction"],
      `no direction "${direction ?? ""}"`,
      "name a direction of this file",
    );
    must(isFirst(keys, index), path, `the project ${keys[index]} stands here twice`, "remove one");
  });
  for (const key of levels.flatMap((level) =>
    directions.map((direction) => `${direction} ${level}`),
  ))
    must(
      keys.includes(key),
      ["projects"],
      `no project ${key}`,
      "add it, or remove the level or direction",
    );
  return faults;
}
