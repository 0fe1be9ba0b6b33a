import { learn } from "../../machines/facts.ts";
import type { FactValue, Facts, Guide } from "../../machines/words.ts";
import { ANSWERS } from "./answer-space.ts";

/** Lehmer's generator: the same interviews in every run. */
let seed = 20_260_520;
function random(): number {
  return (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function anyAnswer(question: string): Facts {
  return { [question]: pick<FactValue>(ANSWERS.get(question) ?? []) };
}

/** Random candidates who answer what they are asked; yields what is known before each question. */
export function* inOrder(guide: Guide, count: number): Generator<Facts> {
  let yielded = 0;
  while (yielded < count) {
    let facts: Facts = anyAnswer("target");
    for (;;) {
      yielded++;
      yield facts;
      const next = guide.nextQuestion(facts);
      if (next === undefined) break;
      facts = learn(facts, anyAnswer(next), guide);
    }
  }
}

/** What a first sentence can tell unasked; a status needs its school, an occupation its certificate. */
const TELLABLE: readonly (readonly string[])[] = [
  ["age"],
  ["school"],
  ["school", "status"],
  ["major"],
  ["occupation"],
  ["work_years"],
  ["certificate"],
  ["certificate", "certificate_occupation"],
  ["certificate_years"],
];
const TOLD_AT_ONCE = 0.3;
const CHANGES_HIS_MIND = 0.15;

/** Random candidates who tell much at once and correct themselves in the middle. */
export function* inAnyOrder(guide: Guide, count: number): Generator<Facts> {
  let yielded = 0;
  while (yielded < count) {
    let facts: Facts = anyAnswer("target");
    for (const questions of TELLABLE)
      if (random() < TOLD_AT_ONCE)
        facts = Object.assign({}, facts, ...questions.map(anyAnswer)) as Facts;
    for (;;) {
      yielded++;
      yield facts;
      const next = guide.nextQuestion(facts);
      if (next === undefined) break;
      const changed = random() < CHANGES_HIS_MIND ? pick(Object.keys(facts)) : next;
      facts = learn(facts, anyAnswer(changed), guide);
    }
  }
}
