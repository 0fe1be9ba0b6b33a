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
  if (whole && !one && tier !== undefined && tier !== whole.id)
    found.push([
      "tier",
      `${rule} is ${whole.id}, not ${tier}`,
      "mend the tier, or add the rule to conduct.yaml",
    ]);
  if ((whole || one) && tier === undefined)
    found.push(["rule", `names ${rule}, but not what it leads to`, "add the tier"]);
  for (const [clause, file] of forced(answer, pack))
    if (clause in pack.clauses && !sources.includes(clause))
      found.push(["sources", `does not name ${clause}`, `add it, for ${file} says so`]);
  return found;
}

/** Clauses that an answer rests on because of its rule and of what it shows, and where that stands. */
function forced({ rule, show }: Answer, pack: Pack): [clause: string, file: string][] {
  const { projects, timetable, desk, majors, occupations, registration } = pack;
  const fee: [string, string] = [projects.fee_clause, "projects.yaml"];
  const major: [string, string] = [majors.clause, "majors.yaml"];
  const occupation: [string, string] = [occupations.clause, "occupations.yaml"];
  const shown: Partial<Record<Show, [string, string]>> = {
    fee,
    fee_difference: fee,
    fee_total: fee,
    timetable: [timetable.clause, "timetable.yaml"],
    month: [timetable.clause, "timetable.yaml"],
    desk: [desk.clause, "desk.yaml"],
    projects: [projects.clause, "projects.yaml"],
    major,
    majors: major,
    occupation,
    occupations: occupation,
    materials: [registration.materials.clause, "registration.yaml"],
  };
  const clauses = show.flatMap((part) => (shown[part] ? [shown[part]] : []));
  if (rule === undefined) return clauses;
  return [
    ...clauses,
    ...clauseOf(rule, pack).map((clause): [string, string] => [clause, "conduct.yaml"]),
  ];
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
