import type { FactValue, Facts } from "../../machines/words.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { MATCHES, type Match } from "../knowledge/schemas/eligibility.ts";
import type { Candidate, Fact, Range } from "./candidate.ts";
import type { Named, Names } from "./names.ts";

/** The answer "there is none", to a question that has a `none` label. */
export const NONE = "none";
/** Stands in a choice id for "I do not know", which is stored as null. */
export const UNKNOWN = "?";
/** Answers of a major question that stand for the whole list. */
const LISTED = "listed";

const LISTS = ["diplomas", "work", "certificates", "titles"] as const;
type List = (typeof LISTS)[number];

type Entry = Record<string, Fact<unknown>>;

/**
 * The interview's facts as the rules see them. A question not answered yet leaves its fact open; a
 * thing that the candidate says he has not got leaves its list empty.
 */
export function fromFacts(facts: Facts, questions: readonly Question[], names: Names): Candidate {
  const age = questions.find(({ fact }) => fact === "age");
  const found: Record<List, Entry[]> = { diplomas: [], work: [], certificates: [], titles: [] };
  for (const list of LISTS)
    for (const group of entries(list, questions)) {
      const entry = Object.fromEntries(
        group.map((question) => [attribute(question), read(question, facts, names)] as const),
      );
      if (!group.some((question) => facts[question.id] === NONE))
        found[list].push({ ...EMPTY[list], ...entry });
    }
  return {
    age: age ? (read(age, facts, names) as Fact<Range>) : null,
    doubtfulMonths: 0,
    ...(found as unknown as Pick<Candidate, List>),
  };
}

/** What an entry holds where no question asks for it. */
const EMPTY: Record<List, Entry> = {
  diplomas: { school: null, status: "graduated", major: null },
  work: { match: null, months: null },
  certificates: { level: null, match: null, months_after: null },
  titles: { grade: null, field: null, months_after: null },
};

/** The questions of a list, entry by entry: diplomas.0, diplomas.1. */
function entries(list: List, questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const [name, index] = question.fact.split(".");
    if (name === list && index !== undefined)
      groups.set(index, [...(groups.get(index) ?? []), question]);
  }
  return [...groups.values()];
}

function attribute(question: Question): string {
  return question.fact.split(".").at(-1) as string;
}

function read(question: Question, facts: Facts, names: Names): Fact<unknown> {
  const told = facts[question.id];
  if (told === undefined) return { open: question.id };
  if (told === null) return null;
  if (question.type === "duration" || question.type === "age") return range(told, question);
  if (question.type === "occupation") return named(told, names.occupation);
  if (question.type === "major") return told === LISTED ? "own" : named(told, names.major);
  return told;
}

/** A range as told, or the range of the option tapped. */
function range(told: FactValue, question: Question): Range | null {
  const months =
    typeof told === "string" ? question.options.find(({ id }) => id === told)?.months : told;
  return months ? [months[0] ?? 0, months[1] ?? Infinity] : null;
}

function named(told: FactValue, find: (name: string) => Named | undefined): Match | null {
  if (typeof told !== "string") return null;
  return MATCHES.find((match) => match === told) ?? find(told)?.match ?? null;
}
