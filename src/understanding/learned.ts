import type { Pack } from "../knowledge/pack.ts";
import type { Spelling } from "./homophones.ts";
import { learnAnswers } from "./learned-answers.ts";
import { learnSpelling } from "./learned-spelling.ts";
import type { LearnedExamples } from "./learning.ts";

/** All that understanding learns from a pack before it hears a message. Plain data, so that it may be kept. */
export interface Learned {
  readonly answers: LearnedExamples;
  readonly spelling: Spelling;
}

/** The same pack always teaches the same. */
export function learn(pack: Pack): Learned {
  return { answers: learnAnswers(pack), spelling: learnSpelling(pack) };
}
