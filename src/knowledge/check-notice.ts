import type { PackFiles } from "./load.ts";
import type { Pack } from "./pack.ts";
import type { Requirement } from "./schemas/eligibility.ts";
import type { Fault, YamlFile } from "./yaml-file.ts";

const UNKNOWN_CLAUSE = "name a clause of clauses.yaml, or add it there";

/** Clauses, projects, fees, months, conditions and rules. */
export function checkNotice(pack: Pack, files: PackFiles): Fault[] {
  return [
    ...clauses(pack, files),
    ...validity(pack, files),
    ...projects(pack, files),
    ...months(pack, files),
    ...conditions(pack, files),
    ...conduct(pack, files),
    ...announcements(pack, files),
  ];
}

function clauses(pack: Pack, files: PackFiles): Fault[] {
  const used: [YamlFile<unknown>, (string | number)[], string][] = [
    ...Object.entries(pack.facts).map(
      ([id, { clause }]) => [files.facts, [id, "clause"], clause] as never,
    ),
    ...Object.entries(pack.links).map(
      ([id, { clause }]) => [files.links, [id, "clause"], clause] as never,
    ),
    [files.projects, ["clause"], pack.projects.clause],
    [files.projects, ["fee_clause"], pack.projects.fee_clause],
    [files.timetable, ["clause"], pack.timetable.clause],
    [files.desk, ["clause"], pack.desk.clause],
    [files.occupations, ["clause"], pack.occupations.clause],
    [files.majors, ["clause"], pack.majors.clause],
    [files.registration, ["materials", "clause"], pack.registration.materials.clause],
    ...pack.registration.applicants.map(
      ({ clause }, index) => [files.registration, ["applicants", index, "clause"], clause] as never,
    ),
    ...(["requirements", "conditions"] as const).flatMap((list) =>
      pack.eligibility[list].map(
        ({ clause }, index) => [files.eligibility, [list, index, "clause"], clause] as never,
      ),
    ),
    ...(["tiers", "rules"] as const).flatMap((list) =>
      pack.conduct[list].map(
        ({ clause }, index) => [files.conduct, [list, index, "clause"], clause] as never,
      ),
    ),
  ];
  return used
    .filter(([, , clause]) => !(clause in pack.clauses))
    .map(([file, path, clause]) => file.fault(path, `no clause "${clause}"`, UNKNOWN_CLAUSE));
}

function validity(pack: Pack, files: PackFiles): Fault[] {
  const { from, to } = pack.meta.valid;
  return from <= to
    ? []
    : [
        files.meta.fault(
          ["valid"],
          `valid from ${from} to ${to} is no period`,
          "put the earlier day first",
        ),
      ];
}

function projects(pack: Pack, files: PackFiles): Fault[] {
  const { levels, directions, projects: offered } = pack.projects;
  const faults = levels.flatMap(({ fee_fact: fee }, index) =>
    typeof pack.facts[fee]?.value === "number"
      ? []
      : [
          files.projects.fault(
            ["levels", index, "fee_fact"],
            `no fee: facts.yaml has no figure "${fee}"`,
            "add the fee there, with its clause",
          ),
        ],
  );
  const known = (id: string | undefined, list: readonly { id: string }[]): boolean =>
    list.some((one) => one.id === id);
  const seen = new Set<string>();
  offered.forEach((one, index) => {
    const key = `${one.direction ?? ""} ${one.level}`;
    if (!known(one.level, levels))
      faults.push(
        files.projects.fault(
          ["projects", index, "level"],
          `no level "${one.level}"`,
          "name a level of this file",
        ),
      );
    if (one.direction !== undefined && !known(one.direction, directions))
      faults.push(
        files.projects.fault(
          ["projects", index, "direction"],
          `no direction "${one.direction}"`,
          "name a direction of this file",
        ),
      );
    if (seen.has(key))
      faults.push(
        files.projects.fault(
          ["projects", index],
          `the project ${key} stands here twice`,
          "remove one",
        ),
      );
    seen.add(key);
  });
  for (const level of levels)
    for (const direction of directions)
      if (!seen.has(`${direction.id} ${level.id}`))
        faults.push(
          files.projects.fault(
            ["projects"],
            `no project ${direction.id} ${level.id}`,
            "add it, or remove the level or direction",
          ),
        );
  return faults;
}

function months(pack: Pack, files: PackFiles): Fault[] {
  const { rows } = pack.timetable;
  const faults: Fault[] = [];
  for (let month = 1; month <= 12; month++) {
    const at = rows.flatMap((row, index) => (row.month === month ? [index] : []));
    if (at.length === 0)
      faults.push(
        files.timetable.fault(
          ["rows"],
          `no row for month ${month}`,
          "add it: each month has exactly one row",
        ),
      );
    if (at.length > 1)
      faults.push(
        files.timetable.fault(
          ["rows", at[1] as number],
          `month ${month} has ${at.length} rows`,
          "keep one",
        ),
      );
  }
  rows.forEach((row, index) => {
    const names = (text: string, month: number): boolean =>
      new RegExp(`(^|\\D)${month}月`, "u").test(text);
    if (!names(row.apply, row.month))
      faults.push(
        files.timetable.fault(
          ["rows", index, "apply"],
          `"${row.apply}" does not name month ${row.month}`,
          "make text and month agree",
        ),
      );
    if (!names(row.exam, row.exam_month))
      faults.push(
        files.timetable.fault(
          ["rows", index, "exam"],
          `"${row.exam}" does not name month ${row.exam_month}`,
          "make text and exam_month agree",
        ),
      );
    if (row.exam_month < row.month)
      faults.push(
        files.timetable.fault(
          ["rows", index, "exam_month"],
          `exam in month ${row.exam_month}, before applying in ${row.month}`,
          "mend one of them",
        ),
      );
    if (index > 0 && row.month < (rows[index - 1]?.month ?? 0))
      faults.push(
        files.timetable.fault(
          ["rows", index, "month"],
          `month ${row.month} stands after a later one`,
          "put the rows in order",
        ),
      );
  });
  return faults;
}

function conditions(pack: Pack, files: PackFiles): Fault[] {
  const faults: Fault[] = [];
  const levels = [...pack.projects.levels, ...pack.projects.other_levels].map(({ id }) => id);
  const schools = pack.education.schools.map(({ id }) => id);
  const ids = new Set<string>();
  pack.eligibility.conditions.forEach((condition, index) => {
    const path = ["conditions", index];
    if (ids.has(condition.id))
      faults.push(
        files.eligibility.fault(
          [...path, "id"],
          `two conditions "${condition.id}"`,
          "give each its own id",
        ),
      );
    ids.add(condition.id);
    if (!pack.projects.levels.some(({ id }) => id === condition.level))
      faults.push(
        files.eligibility.fault(
          [...path, "level"],
          `no level "${condition.level}"`,
          "name a level of projects.yaml",
        ),
      );
    if (!condition.clause.endsWith(condition.id))
      faults.push(
        files.eligibility.fault(
          [...path, "clause"],
          `condition ${condition.id} rests on ${condition.clause}`,
          "name the clause of this condition",
        ),
      );
  });
  const trees = [
    ...pack.eligibility.requirements.map(
      ({ requires }, index) => [["requirements", index, "requires"], requires] as const,
    ),
    ...pack.eligibility.conditions.map(
      ({ requires }, index) => [["conditions", index, "requires"], requires] as const,
    ),
  ];
  for (const [path, tree] of trees)
    for (const [list, name] of namesIn(tree)) {
      const known = list === "level" ? levels : schools;
      if (!known.includes(name))
        faults.push(
          files.eligibility.fault(
            path,
            `no ${list} "${name}"`,
            list === "level" ? "name a level of projects.yaml" : "name a school of education.yaml",
          ),
        );
    }
  for (const level of pack.projects.levels)
    if (!pack.eligibility.conditions.some((condition) => condition.level === level.id))
      faults.push(
        files.eligibility.fault(["conditions"], `no condition for ${level.id}`, "add at least one"),
      );
  return faults;
}

function namesIn(tree: Requirement): ["level" | "school", string][] {
  if ("all" in tree) return tree.all.flatMap(namesIn);
  if ("any" in tree) return tree.any.flatMap(namesIn);
  if ("education" in tree) return [["school", tree.education.minimum]];
  if ("certificate" in tree)
    return [...tree.certificate.levels, ...(tree.certificate.unsure_levels ?? [])].map((name) => [
      "level",
      name,
    ]);
  if ("diploma" in tree)
    return [...tree.diploma.schools, ...(tree.diploma.unsure_schools ?? [])].map((name) => [
      "school",
      name,
    ]);
  return [];
}

function conduct(pack: Pack, files: PackFiles): Fault[] {
  const { tiers, rules } = pack.conduct;
  return rules.flatMap((rule, index) => {
    const faults: Fault[] = [];
    const tier = tiers.find(({ id }) => id === rule.tier);
    if (!tier)
      faults.push(
        files.conduct.fault(
          ["rules", index, "tier"],
          `no tier "${rule.tier}"`,
          "name a tier of this file",
        ),
      );
    else if (!rule.clause.startsWith(tier.clause))
      faults.push(
        files.conduct.fault(
          ["rules", index, "tier"],
          `${rule.clause} does not stand under ${tier.clause}`,
          "give the rule the tier that its clause belongs to",
        ),
      );
    if (!rule.clause.endsWith(` ${rule.id}`))
      faults.push(
        files.conduct.fault(
          ["rules", index, "clause"],
          `rule ${rule.id} rests on ${rule.clause}`,
          "name the clause of this rule",
        ),
      );
    return faults;
  });
}

function announcements(pack: Pack, files: PackFiles): Fault[] {
  return pack.announcements.flatMap(({ from, to }, index) =>
    from <= to
      ? []
      : [
          files.announcements.fault(
            [index, "to"],
            `from ${from} to ${to} is no period`,
            "put the earlier day first",
          ),
        ],
  );
}
