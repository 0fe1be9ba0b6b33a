import type { Span } from "./months.ts";

/** How far one thing holds, as one would say at the desk: yes, we have to ask, no. */
export type Answer = "met" | "unsure" | "unmet";

const RANK: Readonly<Record<Answer, number>> = { unmet: 0, unsure: 1, met: 2 };

/** All must hold: the weakest decides. */
export function all(...answers: readonly Answer[]): Answer {
  return answers.reduce((one, other) => (RANK[other] < RANK[one] ? other : one), "met");
}

/** One is enough: the strongest decides. */
export function any(answers: readonly Answer[]): Answer {
  return answers.reduce<Answer>((one, other) => (RANK[other] > RANK[one] ? other : one), "unmet");
}

/** Something that nobody at the desk can settle: at best it has to be asked. */
export function atBestUnsure(answer: Answer): Answer {
  return all(answer, "unsure");
}

/** 满 so many years. */
export function reaches({ sure, possible }: Span, years: number): Answer {
  if (sure >= years * 12) return "met";
  return possible >= years * 12 ? "unsure" : "unmet";
}
