import type { Question } from "../knowledge/schemas/dialog.ts";
import { type ReadAnswer, NONE } from "./facts.ts";
import { parseFactId } from "../fact-ids.ts";

/**
 * How likely it is, from 0 to 1, that the answer to an open fact is one that `holds`. It says which
 * question is worth asking first; no verdict hangs on it.
 */
export type Chances = (fact: string, holds: (value: unknown) => boolean) => number;

interface Sample {
  readonly value: unknown;
  readonly weight: number;
}

/** Points of a range that stand for all of it, and the months that one without an end is taken to reach. */
const POINTS = [0, 0.25, 0.5, 0.75] as const;
const BEYOND = 60;

/** Chances by the shares of the interview's answers, in a hundred candidates. */
export function createChances(interview: readonly Question[], read: ReadAnswer): Chances {
  const known = new Map(
    interview.map((question) => [
      question.id,
      { samples: samplesOf(question, read), another: (question.another?.share ?? 100) / 100 },
    ]),
  );
  return (fact, holds) => {
    const { question, place } = parseFactId(fact);
    const { samples = [], another = 1 } = known.get(question) ?? {};
    let chance = 0;
    for (const { value, weight } of samples) if (holds(value)) chance += weight;
    return place > 0 ? chance * another : chance;
  };
}

/** How common each answer is: those without a share have equal parts of what the others leave. */
export function sharesOf({
  options,
  none,
  none_share: ofNone,
}: Question): ReadonlyMap<string, number> {
  const answers: [string, number | undefined][] = [
    ...options.map(({ id, share }): [string, number | undefined] => [id, share]),
    ...(none === undefined ? [] : [[NONE, ofNone] as [string, number | undefined]]),
  ];
  const told = answers.reduce((sum, [, share]) => sum + (share ?? 0), 0);
  const untold = answers.filter(([, share]) => share === undefined).length;
  const rest = Math.max(0, 100 - told) / (untold || 1);
  return new Map(answers.map(([id, share]) => [id, (share ?? rest) / Math.max(told, 100)]));
}

function samplesOf(question: Question, read: ReadAnswer): Sample[] {
  return [...sharesOf(question)].flatMap(([id, weight]) => {
    const value = id === NONE ? NONE : read(question.id, id);
    if (!Array.isArray(value)) return [{ value, weight }];
    return pointsOf(value as [number, number]).map((point) => ({
      value: point,
      weight: weight / POINTS.length,
    }));
  });
}

function pointsOf([from, to]: readonly [number, number]): [number, number][] {
  const end = to === Infinity ? from + BEYOND : to + 1;
  return POINTS.map((part) => {
    const months = Math.floor(from + (end - from) * part);
    return [months, months];
  });
}
