import type { Pack } from "./pack.ts";
import type { Answer, Show } from "./schemas/answers.ts";

/** What an answer's other keys say about its kind and clauses: each thing that does not go together, and the remedy. */
export function contradictions(
  answer: Answer,
  pack: Pack,
): [key: keyof Answer, message: string, remedy: string][] {
  const { kind, show, starts, sources, rule, tier } = answer;
  const found: [keyof Answer, string, string][] = [];
  const worksOut = show.length > 0 || starts !== undefined;
  if (kind === "computed" && !worksOut)
    found.push(["kind", "is computed, but nothing is worked out", "add show, or mend the kind"]);
  if (kind === "silent" && worksOut)
    found.push(["kind", "is silent, but something is worked out", "remove show, or mend the kind"]);
  if (rule === undefined && tier !== undefined && tier !== "none")
    found.push(["tier", "has a tier by no rule", "add the rule that leads to it"]);
  const whole = pack.conduct.tiers.find(({ clause }) => clause.split(" ").at(-1) === rule);
  const one = pack.conduct.rules.some(({ id }) => id === rule);
  if (whole && !one && tier !== whole.id)
    found.push(["tier", `${rule} is ${whole.id}, not ${tier}`, "mend the rule or the tier"]);
  for (const clause of forced(answer, pack).filter((name) => !sources.includes(name)))
    found.push(["sources", `does not name ${clause}`, "add the clause that rule or show rests on"]);
  return found;
}

/** Clauses that an answer rests on because of its rule and of what it shows. */
function forced({ rule, show }: Answer, pack: Pack): string[] {
  const { projects, timetable, desk, majors, occupations, registration } = pack;
  const shown: Partial<Record<Show, string>> = {
    fee: projects.fee_clause,
    fee_difference: projects.fee_clause,
    fee_total: projects.fee_clause,
    timetable: timetable.clause,
    month: timetable.clause,
    desk: desk.clause,
    projects: projects.clause,
    major: majors.clause,
    majors: majors.clause,
    occupation: occupations.clause,
    occupations: occupations.clause,
    materials: registration.materials.clause,
  };
  const clauses = show.flatMap((part) => shown[part] ?? []);
  const named = rule === undefined ? clauses : [...clauses, ...clauseOf(rule, pack)];
  return named.filter((clause) => clause in pack.clauses);
}

/** The clause of a rule, of a whole tier, or of another part of the same annex. */
function clauseOf(rule: string, { conduct, clauses }: Pack): string[] {
  const annexes = new Set(
    conduct.tiers.map(({ clause }) => clause.split(" ").slice(0, -1).join(" ")),
  );
  return Object.keys(clauses).filter((clause) => {
    const words = clause.split(" ");
    return words.pop() === rule && annexes.has(words.join(" "));
  });
}
