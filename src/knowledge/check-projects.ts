import type { Pack } from "./pack.ts";
import { type Check, type Must, each, eachAgain, eachOnce, has } from "./report.ts";
import type { Projects } from "./schemas/notice.ts";
import { attempt } from "./sound-parts.ts";
import { eachAliasOnce } from "./words-once.ts";

/** Levels have fees, and every direction is offered at every level exactly once. */
export const checkProjects: Check = (pack, { projects: { must } }) => {
  const { projects } = pack;
  attempt(
    () => eachOnce(must, projects.levels, ["levels"], "levels", "id"),
    () => eachOnce(must, projects.directions, ["directions"], "directions", "id"),
    () => eachOnce(must, projects.other_levels, ["other_levels"], "levels", "id"),
    () => eachAliasOnce(must, projects.levels, ["levels"]),
    () => eachAliasOnce(must, projects.directions, ["directions"]),
    () => eachAliasOnce(must, projects.other_levels, ["other_levels"]),
    () => checkOthers(projects, must),
    () => checkLevels(pack, must),
    () => checkOffers(projects, must),
    () => checkComplete(projects, must),
  );
};

function checkOthers({ levels, other_levels: others }: Projects, must: Must): void {
  each(others, ["other_levels"], ({ id }, path) =>
    must(
      !has(levels, id),
      [...path, "id"],
      `${id} is one of the levels above`,
      "keep it where it belongs",
    ),
  );
}

function checkLevels(pack: Pack, must: Must): void {
  each(
    pack.projects.levels,
    ["levels"],
    ({ id, full }, path) =>
      must(
        full.includes(id),
        [...path, "full"],
        `"${full}" does not name ${id}`,
        "make the full name and the id agree",
      ),
    ({ fee_fact: fee }, path) =>
      must(
        typeof pack.facts[fee]?.value === "number",
        [...path, "fee_fact"],
        `no fee: facts.yaml has no figure "${fee}"`,
        "add the fee there, with its clause",
      ),
  );
}

function checkOffers({ projects, levels, directions }: Projects, must: Must): void {
  each(
    projects,
    ["projects"],
    ({ level }, path) =>
      must(
        has(levels, level),
        [...path, "level"],
        `no level "${level}"`,
        "name a level of this file",
      ),
    ({ direction }, path) =>
      must(
        direction === undefined ? directions.length === 0 : has(directions, direction),
        [...path, "direction"],
        `no direction "${direction ?? ""}"`,
        "name a direction of this file",
      ),
  );
  eachAgain(projects, ["projects"], nameOf, (name, path) =>
    must(false, path, `the project ${name} stands here twice`, "remove one"),
  );
}

function checkComplete({ projects, levels, directions }: Projects, must: Must): void {
  each(levels, [], ({ id: level }) =>
    each(directions, [], ({ id: direction }) => {
      const name = nameOf({ direction, level });
      must(
        projects.some((one) => nameOf(one) === name),
        ["projects"],
        `no project ${name}`,
        "add it, or remove the level or direction",
      );
    }),
  );
}

function nameOf({ direction = "", level }: Projects["projects"][number]): string {
  return `${direction} ${level}`;
}
