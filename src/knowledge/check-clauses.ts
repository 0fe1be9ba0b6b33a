import { type Check, type Path, type Reports, each } from "./report.ts";
import type { Pack } from "./pack.ts";
import { attempt } from "./sound-parts.ts";

type Name = Exclude<keyof Reports, "answers">;
type Named = { readonly clause: string };

/** Where a file names one clause. */
const PLACES: readonly [Name, Path, (pack: Pack) => string][] = [
  ["projects", ["clause"], ({ projects }) => projects.clause],
  ["projects", ["fee_clause"], ({ projects }) => projects.fee_clause],
  ["timetable", ["clause"], ({ timetable }) => timetable.clause],
  ["desk", ["clause"], ({ desk }) => desk.clause],
  ["occupations", ["clause"], ({ occupations }) => occupations.clause],
  ["majors", ["clause"], ({ majors }) => majors.clause],
  ["registration", ["materials", "clause"], ({ registration }) => registration.materials.clause],
];

/** Where each item names one. */
const LISTS: readonly [
  Name,
  Path,
  (pack: Pack) => readonly Named[] | Readonly<Record<string, Named>>,
][] = [
  ["facts", [], ({ facts }) => facts],
  ["links", [], ({ links }) => links],
  ["registration", ["applicants"], ({ registration }) => registration.applicants],
  ["eligibility", ["requirements"], ({ eligibility }) => eligibility.requirements],
  ["eligibility", ["conditions"], ({ eligibility }) => eligibility.conditions],
  ["eligibility", ["unobtained"], ({ eligibility }) => eligibility.unobtained],
  ["conduct", ["tiers"], ({ conduct }) => conduct.tiers],
  ["conduct", ["rules"], ({ conduct }) => conduct.rules],
];

/** Every clause that a file of the notice names is there; those of answers are checked with the answers. */
export const checkClauses: Check = (pack, reports) => {
  const known = (name: Name, path: Path, clause: string): void =>
    reports[name].must(
      clause in pack.clauses,
      path,
      `no clause "${clause}"`,
      "name a clause of clauses.yaml, or add it there",
    );
  for (const [name, path, clauseOf] of PLACES) attempt(() => known(name, path, clauseOf(pack)));
  for (const [name, path, listOf] of LISTS)
    attempt(() =>
      each(listOf(pack), path, ({ clause }, place) => known(name, [...place, "clause"], clause)),
    );
};
