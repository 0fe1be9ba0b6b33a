import type { FactValue } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { turnsOf } from "../knowledge/question-paths.ts";
import type { Option, Question } from "../knowledge/schemas/dialog.ts";
import { GRADES, MATCHES, STATUSES } from "../knowledge/schemas/eligibility.ts";
import { createAnswerReader } from "./facts.ts";
import { createNames } from "./names.ts";
import { testsOf } from "./tests.ts";

/** Answers to a question of an interview, such that no rule of any of the packs tells others apart. */
export type AnswersTo = (question: Question) => readonly FactValue[];

/**
 * Beside the options there are the names that packs read in another way than each other, and months
 * around every figure of a rule. What reads well comes first, "I do not know" last.
 */
export function createAnswers(packs: readonly Pack[]): AnswersTo {
  const tests = packs.flatMap(({ eligibility }) => testsOf(eligibility));
  const readers = packs.map((pack) => {
    const read = createAnswerReader(pack.interview, createNames(pack));
    const ids = new Map(pack.interview.map(({ fact, id }) => [fact, id]));
    return (fact: string, value: FactValue): unknown => read(ids.get(fact) ?? "", value);
  });
  const distinct = (question: Question): FactValue[] => {
    const { fact } = question;
    const turns = tests.flatMap((test) => turnsOf(test, fact));
    const answers = [...answersOf(question, packs, turns), null];
    const alike = (answer: FactValue): string =>
      JSON.stringify([answer === null, ...readers.map((read) => read(fact, answer))]);
    return firstOfEach(answers, alike);
  };
  const known = new Map<string, readonly FactValue[]>();
  return (question) => {
    const found = known.get(question.fact) ?? distinct(question);
    known.set(question.fact, found);
    return found;
  };
}

/** Of those with the same key the first. */
export function firstOfEach<T>(all: Iterable<T>, keyOf: (one: T) => string): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

function answersOf(
  { type, options }: Question,
  packs: readonly Pack[],
  turns: readonly number[],
): FactValue[] {
  switch (type) {
    case "age":
    case "duration":
      return [...plainRanges(options, turns), ...lengths(turns)];
    case "school":
      return packs.flatMap(({ education }) => idsOf(education.schools));
    case "status":
      return [...STATUSES];
    case "major":
      return [...idsOf(options), ...packs.flatMap(majorNames), ...MATCHES];
    case "occupation":
      return [...idsOf(options), ...packs.flatMap(occupationNames), ...MATCHES];
    case "certificate_level":
      return packs.flatMap(({ projects }) => idsOf([...projects.levels, ...projects.other_levels]));
    case "title_grade":
      return [...GRADES];
    default:
      return [];
  }
}

function idsOf(entries: readonly { readonly id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

/** Ranges of the options in which nothing turns: they have names. */
function plainRanges(options: readonly Option[], turns: readonly number[]): FactValue[] {
  return options.flatMap(({ months }) => {
    const [from = 0, to = Infinity] = months ?? [];
    return months && !turns.some((turn) => from < turn && turn <= to) ? [months] : [];
  });
}

/** So far below the first month where something turns stands for all below it. */
const A_YEAR = 12;

/** A point for every stretch between two turns, then ranges over one or more of them. */
function lengths(turns: readonly number[]): number[][] {
  const sorted = [...new Set(turns)].filter((months) => months > 0).toSorted((a, b) => a - b);
  const points = [Math.max(0, (sorted[0] ?? 0) - A_YEAR), ...sorted];
  const ranges = points.flatMap((from, at) => points.slice(at + 1).map((to) => [from, to]));
  return [...points.map((months) => [months, months]), ...ranges];
}

function majorNames({ majors: { listed, similar, unlisted } }: Pack): string[] {
  return [...listed, ...similar, ...unlisted].flatMap(allNames);
}

function occupationNames({ occupations }: Pack): string[] {
  return MATCHES.flatMap((match) => occupations[match].flatMap(allNames));
}

function allNames({ name, aliases }: { name: string; aliases: readonly string[] }): string[] {
  return [name, ...aliases];
}
