import type { FactValue, Facts, Guide } from "../machines/words.ts";
import { parseFactId } from "../src/fact-ids.ts";
import type { Question } from "../src/knowledge/schemas/dialog.ts";
import { askedFor, factIds } from "../src/rules/asked.ts";
import { NONE } from "../src/rules/facts.ts";
import type { Drawn } from "./candidates.ts";

export interface Counted {
  readonly who: string;
  readonly mean: number;
  readonly most: number;
  /** The form from top to bottom, without the details of things that one has not got. */
  readonly form: number;
  /** The form with every blank. */
  readonly blanks: number;
}

/** How many questions candidates are asked, the one for the target included, beside those of the form. */
export function counted(
  who: string,
  candidates: readonly Drawn[],
  next: Guide["nextQuestion"],
  interview: readonly Question[],
): Counted {
  const asked = candidates.map((one) => walk(one, next).length);
  return {
    who,
    mean: meanOf(asked),
    most: asked.reduce((most, count) => Math.max(most, count), 0),
    form: meanOf(candidates.map(({ form }) => Object.keys(form).length + 1)),
    blanks: factIds(interview).filter((fact) => isBlank(interview, fact)).length,
  };
}

/** What is known before each question, for one candidate. */
export function walk({ target, form, told }: Drawn, next: Guide["nextQuestion"]): Facts[] {
  const known: Facts[] = [];
  let facts: Facts = told;
  for (let fact = next(facts); fact !== undefined; fact = next(facts)) {
    known.push(facts);
    facts = { ...facts, [fact]: answerTo(fact, target, form) };
  }
  return known;
}

/** The same guide, asked once for the same facts. */
export function remembering(next: Guide["nextQuestion"]): Guide["nextQuestion"] {
  const known = new Map<string, string | undefined>();
  return (facts) => {
    const key = JSON.stringify(facts);
    if (!known.has(key)) known.set(key, next(facts));
    return known.get(key);
  };
}

function answerTo(fact: string, target: string, form: Facts): FactValue {
  if (fact === "target") return target;
  return form[fact] ?? (parseFactId(fact).place > 0 ? NONE : null);
}

function isBlank(interview: readonly Question[], fact: string): boolean {
  const asked = askedFor(interview, fact);
  return asked !== undefined && (asked.place === 0 || !asked.question.once);
}

function meanOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}
