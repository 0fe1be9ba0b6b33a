import type { Pack } from "./pack.ts";
import { type Must, each, has } from "./report.ts";
import type { Answer, Show } from "./schemas/answers.ts";
import { attempt } from "./sound-parts.ts";

/** What an entry's other keys say about its kind, its tier and its clauses. */
export function checkSources(answer: Answer, pack: Pack, must: Must): void {
  attempt(
    () => checkKind(answer, must),
    () => checkTier(answer, pack, must),
    () => checkShown(answer, pack, must),
    () => checkRuled(answer, pack, must),
  );
}

function checkKind({ kind, show, starts }: Answer, must: Must): void {
  const worksOut = show.length > 0 || starts !== undefined;
  must(
    kind !== "computed" || worksOut,
    ["kind"],
    "is computed, but nothing is worked out",
    "add show, or mend the kind",
  );
  must(
    kind !== "silent" || !worksOut,
    ["kind"],
    "is silent, but something is worked out",
    "remove show, or mend the kind",
  );
}

/** A tier follows from a rule, and from a rule a tier. */
function checkTier({ rule, tier }: Answer, { conduct }: Pack, must: Must): void {
  if (rule === undefined)
    return must(
      tier === undefined || tier === "none",
      ["tier"],
      "has a tier by no rule",
      "add the rule that leads to it",
    );
  const whole = conduct.tiers.find(({ clause }) => clause.split(" ").at(-1) === rule);
  const one = has(conduct.rules, rule);
  must(
    tier !== undefined || (!whole && !one),
    ["rule"],
    `names ${rule}, but not what it leads to`,
    "add the tier",
  );
  must(
    !whole || one || tier === undefined || tier === whole.id,
    ["tier"],
    `${rule} is ${whole?.id}, not ${tier}`,
    "mend the tier, or add the rule to conduct.yaml",
  );
}

type Ground = readonly [file: string, clauseOf: (pack: Pack) => string | undefined];
const FEE: Ground = ["projects.yaml", ({ projects }) => projects.fee_clause];
const MONTHS: Ground = ["timetable.yaml", ({ timetable }) => timetable.clause];
const MAJORS: Ground = ["majors.yaml", ({ majors }) => majors.clause];
const OCCUPATIONS: Ground = ["occupations.yaml", ({ occupations }) => occupations.clause];

/** Where the clause stands that a part rests on which code works out. */
const SHOWN: Partial<Record<Show, Ground>> = {
  fee: FEE,
  fee_difference: FEE,
  fee_total: FEE,
  retake_fee: ["projects.yaml", ({ projects }) => projects.retake?.clause],
  validity: ["projects.yaml", ({ projects }) => projects.validity?.clause],
  timetable: MONTHS,
  month: MONTHS,
  desk: ["desk.yaml", ({ desk }) => desk.clause],
  projects: ["projects.yaml", ({ projects }) => projects.clause],
  major: MAJORS,
  majors: MAJORS,
  occupation: OCCUPATIONS,
  occupations: OCCUPATIONS,
  materials: ["registration.yaml", ({ registration }) => registration.materials.clause],
};

function checkShown(answer: Answer, pack: Pack, must: Must): void {
  each(answer.show, [], (part) => {
    const [file, clauseOf] = SHOWN[part] ?? [];
    if (!file || !clauseOf) return;
    const clause = clauseOf(pack);
    must(
      clause !== undefined,
      ["show"],
      `shows ${part}, which the pack does not have`,
      `add it to ${file}, or remove it here`,
    );
    if (clause !== undefined) checkNamed(clause, file, answer, pack, must);
  });
}

/** The clause of its rule, of a whole tier, or of another part of the same annex. */
function checkRuled(answer: Answer, pack: Pack, must: Must): void {
  const { rule } = answer;
  if (rule === undefined) return;
  const annexes = pack.conduct.tiers.map(({ clause }) => clause.split(" ").slice(0, -1).join(" "));
  each(Object.keys(pack.clauses), [], (clause) => {
    const words = clause.split(" ");
    if (words.pop() === rule && annexes.includes(words.join(" ")))
      checkNamed(clause, "conduct.yaml", answer, pack, must);
  });
}

function checkNamed(
  clause: string,
  file: string,
  { sources }: Answer,
  { clauses }: Pack,
  must: Must,
): void {
  must(
    !(clause in clauses) || sources.includes(clause),
    ["sources"],
    `does not name ${clause}`,
    `add it, for ${file} says so`,
  );
}
