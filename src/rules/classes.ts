import type { FactValue } from "../../machines/words.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { type FactReader, type ReadAnswer, NONE } from "./facts.ts";
import { examine } from "./eligibility.ts";
import type { Finding } from "./grade.ts";
import type { RuleBook } from "./tests.ts";

/**
 * Answers that stand for all answers to a question: of those that come to the same wherever a
 * condition weighs them, one.
 */
export type Classes = ReadonlyMap<string, readonly FactValue[]>;

export function createClasses(
  interview: readonly Question[],
  levels: readonly string[],
  book: RuleBook,
  read: FactReader,
  answer: ReadAnswer,
): Classes {
  const leaves = levels.flatMap((level) => leavesOf(examine(book, level, read({})).whole));
  return new Map(
    interview.map((question) => {
      const asked = leaves.filter(({ ask }) => ask === question.id);
      const signature = (id: string): string =>
        asked.map(({ weigh }) => weigh?.(answer(question.id, id))).join();
      const kinds = new Map(question.options.map(({ id }) => [signature(id), id]));
      return [
        question.id,
        [...(question.none === undefined ? [] : [NONE]), ...kinds.values(), null],
      ] as const;
    }),
  );
}

function leavesOf(finding: Finding): Finding[] {
  return finding.ask === undefined ? finding.parts.flatMap(leavesOf) : [finding];
}
