import type { Pack } from "./pack.ts";
import { type Check, type Must, type Path, each, eachAgain, eachOnce, has } from "./report.ts";
import type { Projects } from "./schemas/notice.ts";
import { attempt } from "./sound-parts.ts";
import { eachAliasOnce } from "./words-once.ts";

type Retake = NonNullable<Projects["retake"]>;
type Validity = NonNullable<Projects["validity"]>;

/** What retakes cost and how long results are valid, where the notice says so: for every level, by facts. */
export const checkRetakes: Check = (pack, { projects: { must } }) => {
  const { retake, validity } = pack.projects;
  attempt(
    () => retake && checkFees(retake, pack, must),
    () => validity && checkValidities(validity, pack, must),
  );
};

function checkFees({ clause, subjects, fees }: Retake, pack: Pack, must: Must): void {
  const path = ["retake"];
  mustBeClause(clause, [...path, "clause"], pack, must);
  eachOnce(must, subjects, [...path, "subjects"], "subjects", "id");
  eachAliasOnce(must, subjects, [...path, "subjects"]);
  mustNameLevels(fees, [...path, "fees"], pack, must);
  eachAgain(
    fees,
    [...path, "fees"],
    ({ level, subject }) => `${level} ${subject}`,
    (name, place) => must(false, place, `${name} stands here twice`, "remove one"),
  );
  each(
    fees,
    [...path, "fees"],
    ({ subject }, place) =>
      must(
        has(subjects, subject),
        [...place, "subject"],
        `no subject "${subject}"`,
        "name a subject of this file",
      ),
    ({ fee_fact: fee }, place) =>
      must(
        typeof pack.facts[fee]?.value === "number",
        [...place, "fee_fact"],
        `no fee: facts.yaml has no figure "${fee}"`,
        "add the fee there, with its clause",
      ),
  );
}

function checkValidities({ clause, levels }: Validity, pack: Pack, must: Must): void {
  const path = ["validity"];
  mustBeClause(clause, [...path, "clause"], pack, must);
  eachOnce(must, levels, [...path, "levels"], "levels", "level");
  mustNameLevels(levels, [...path, "levels"], pack, must);
  each(levels, [...path, "levels"], ({ fact }, place) =>
    must(
      fact in pack.facts,
      [...place, "fact"],
      `no fact "${fact}"`,
      "name a fact of facts.yaml, or add it there",
    ),
  );
}

/** Each is a level of this notice, and every level is named. */
function mustNameLevels(
  list: readonly { readonly level: string }[],
  path: Path,
  { projects }: Pack,
  must: Must,
): void {
  each(list, path, ({ level }, place) =>
    must(
      has(projects.levels, level),
      [...place, "level"],
      `no level "${level}"`,
      "name a level of this file",
    ),
  );
  each(projects.levels, [], ({ id }) =>
    must(
      list.some(({ level }) => level === id),
      path,
      `${id} is missing`,
      "add it",
    ),
  );
}

function mustBeClause(clause: string, path: Path, { clauses }: Pack, must: Must): void {
  must(
    clause in clauses,
    path,
    `no clause "${clause}"`,
    "name a clause of clauses.yaml, or add it there",
  );
}
