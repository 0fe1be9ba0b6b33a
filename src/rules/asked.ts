import { factId, parseFactId } from "../fact-ids.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { MOST_THINGS } from "./facts.ts";

/** What a fact of the self-assessment is asked by. */
export interface Asked {
  readonly question: Question;
  /** Which of several things it is about, from 0. */
  readonly place: number;
  readonly label: string;
  readonly ask: string;
  readonly hint: string;
  /** Label of "there is none", where that is an answer. */
  readonly none?: string | undefined;
  /** Whole messages that mean it of this alone. */
  readonly denials: readonly string[];
  /** For a detail of a further thing: the fact that names the thing. */
  readonly of?: string;
}

/** Of an interview the facts that were looked up; what is no fact is not kept, as anybody may make that up. */
const found = new WeakMap<readonly Question[], Map<string, Asked>>();

/** @returns undefined for what is no fact of this interview, such as a third age */
export function askedFor(interview: readonly Question[], fact: string): Asked | undefined {
  const known = found.get(interview) ?? new Map<string, Asked>();
  const asked = known.get(fact) ?? lookUp(interview, fact);
  if (asked) found.set(interview, known.set(fact, asked));
  return asked;
}

function lookUp(interview: readonly Question[], fact: string): Asked | undefined {
  const { question: id, place } = parseFactId(fact);
  const question = interview.find((one) => one.id === id);
  if (!question) return undefined;
  const { label, ask, hint, none, denials, another } = question;
  if (place === 0) return { question, place, label, ask, hint, none, denials };
  if (place >= MOST_THINGS) return undefined;
  if (another) return { question, place, ...another };
  const head = headOf(interview, question);
  if (!head?.another) return undefined;
  return { question, place, label, ask, hint, denials, of: factId(head.id, place) };
}

/** Every fact that this interview can ask for. */
export function factIds(interview: readonly Question[]): string[] {
  const places = Array.from({ length: MOST_THINGS }, (_, place) => place);
  return interview.flatMap(({ id }) =>
    places.map((place) => factId(id, place)).filter((fact) => askedFor(interview, fact)),
  );
}

/** The name of the list that a question is about: `diplomas`; undefined for what there is one of. */
export function listOf({ fact }: Question): string | undefined {
  return fact.includes(".") ? fact.split(".")[0] : undefined;
}

/** The question that asks whether there is such a thing: the first one about it. */
function headOf(interview: readonly Question[], question: Question): Question | undefined {
  const list = listOf(question);
  return interview.find((one) => list !== undefined && listOf(one) === list);
}
