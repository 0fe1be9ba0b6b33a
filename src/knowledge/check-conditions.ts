import type { Pack } from "./pack.ts";
import { type Check, type Must, type Path, each, eachInOrder, eachOnce, has } from "./report.ts";
import type { Requirement } from "./schemas/eligibility.ts";
import { attempt } from "./sound-parts.ts";

/** Conditions name levels, schools and clauses that exist, and no level is without one. */
export const checkConditions: Check = (pack, { eligibility: { must } }) => {
  const { eligibility } = pack;
  attempt(
    () => eachOnce(must, eligibility.conditions, ["conditions"], "conditions", "id"),
    () => eachInOrder(must, eligibility.conditions, ["conditions"], pack.clauses),
    () => eachOnce(must, eligibility.requirements, ["requirements"], "requirements", "id"),
    () => checkOwn(pack, must),
    () => checkRequirements(pack, must),
    () => checkLevels(pack, must),
    () => checkComplete(pack, must),
    () => checkUnobtained(pack, must),
  );
};

function checkOwn(pack: Pack, must: Must): void {
  each(
    pack.eligibility.conditions,
    ["conditions"],
    ({ level }, path) => mustBeLevel(pack.projects.levels, level, [...path, "level"], must),
    ({ at_best: limit, because }, path) =>
      must(
        (limit === undefined) === (because === undefined),
        [...path, "id"],
        "at_best and because go together",
        "say why it is never certain, or remove at_best",
      ),
    ({ id, clause }, path) =>
      must(
        clause.split(" ").at(-1) === id,
        [...path, "clause"],
        `condition ${id} rests on ${clause}`,
        "name the clause of this condition",
      ),
    ({ id, level }, path) =>
      must(
        !has(pack.projects.levels, level) || id.startsWith(level),
        [...path, "level"],
        `condition ${id} is not one of ${level}`,
        "name the level that its clause belongs to",
      ),
    ({ requires }, path) => checkNames(requires, [...path, "requires"], pack, must),
  );
}

function checkRequirements(pack: Pack, must: Must): void {
  each(
    pack.eligibility.requirements,
    ["requirements"],
    ({ links }, path) =>
      each(links, [...path, "links"], (link, place) =>
        must(link in pack.links, place, `no link "${link}"`, "name a link of links.yaml"),
      ),
    ({ requires }, path) => checkNames(requires, [...path, "requires"], pack, must),
  );
}

function checkLevels(
  { eligibility: { conditions, unobtained }, projects }: Pack,
  must: Must,
): void {
  each(projects.levels, [], ({ id }) =>
    must(
      [...conditions, ...unobtained].some(({ level }) => level === id),
      ["conditions"],
      `no condition for ${id}`,
      "add at least one, or say under unobtained why there is none",
    ),
  );
}

/** What stands for a level whose conditions were not obtained is never certain. */
function checkUnobtained({ eligibility, projects }: Pack, must: Must): void {
  const { unobtained, conditions } = eligibility;
  eachOnce(must, unobtained, ["unobtained"], "levels", "level");
  each(unobtained, ["unobtained"], ({ level }, path) =>
    mustBeLevel(projects.levels, level, [...path, "level"], must),
  );
  each(conditions, ["conditions"], ({ id, level, at_best: limit }, path) =>
    must(
      limit !== undefined || !unobtained.some((one) => one.level === level),
      [...path, "id"],
      `${id} is certain, but the conditions of ${level} were not obtained`,
      "add at_best: unsure and because, or remove the level from unobtained",
    ),
  );
}

function checkComplete({ eligibility, projects, clauses }: Pack, must: Must): void {
  each(Object.keys(clauses), [], (clause) => {
    const name = clause.split(" ").at(-1) ?? "";
    must(
      !projects.levels.some(({ id }) => name.startsWith(`${id}(`)) ||
        has(eligibility.conditions, name),
      ["conditions"],
      `no condition ${name}`,
      "add it, or remove its clause from clauses.yaml",
    );
  });
}

/** Levels and schools that the tests of a tree name. */
function checkNames(tree: Requirement, path: Path, pack: Pack, must: Must): void {
  const level = (name: string, place: Path): void =>
    mustBeLevel([...pack.projects.levels, ...pack.projects.other_levels], name, place, must);
  const school = (name: string, place: Path): void =>
    must(
      has(pack.education.schools, name),
      place,
      `no school "${name}"`,
      "name a school of education.yaml",
    );
  if ("all" in tree) checkTrees(tree.all, [...path, "all"], pack, must);
  if ("any" in tree) checkTrees(tree.any, [...path, "any"], pack, must);
  if ("education" in tree) school(tree.education.minimum, [...path, "education", "minimum"]);
  if ("certificate" in tree)
    eachNamed(tree.certificate, ["levels", "unsure_levels"], [...path, "certificate"], level);
  if ("diploma" in tree)
    eachNamed(tree.diploma, ["schools", "unsure_schools"], [...path, "diploma"], school);
}

function checkTrees(trees: readonly Requirement[], path: Path, pack: Pack, must: Must): void {
  each(trees, path, (tree, place) => checkNames(tree, place, pack, must));
}

function eachNamed<K extends string>(
  lists: Readonly<Partial<Record<K, readonly string[] | undefined>>>,
  keys: readonly K[],
  path: Path,
  visit: (name: string, path: Path) => void,
): void {
  each(keys, [], (key) => each(lists[key] ?? [], [...path, key], visit));
}

function mustBeLevel(
  levels: readonly { readonly id: string }[],
  name: string,
  path: Path,
  must: Must,
): void {
  must(has(levels, name), path, `no level "${name}"`, "name a level of projects.yaml");
}
