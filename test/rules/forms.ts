import type { FactValue, Facts, Guide } from "../../machines/words.ts";
import { factId, parseFactId } from "../../src/fact-ids.ts";
import type { Question } from "../../src/knowledge/schemas/dialog.ts";
import { createAnswers } from "../../src/rules/answers.ts";
import { askedFor, listOf } from "../../src/rules/asked.ts";
import { MOST_THINGS, NONE } from "../../src/rules/facts.ts";
import { pack } from "../quanmeiti-pack.ts";

/** What the interview came to know of somebody before it had no further question. */
export function interviewed(guide: Guide, target: string, form: Facts): Facts {
  let facts: Facts = { target };
  for (;;) {
    const next = guide.nextQuestion(facts);
    if (next === undefined) return facts;
    facts = { ...facts, [next]: answerOf(form, next) };
  }
}

/** The same, where many are asked: what is asked after the same answers is worked out once. */
export function remembering(guide: Guide): Guide {
  const known = new Map<string, string | undefined>();
  const nextQuestion = (facts: Facts): string | undefined => {
    const key = JSON.stringify(facts);
    if (!known.has(key)) known.set(key, guide.nextQuestion(facts));
    return known.get(key);
  };
  return { ...guide, nextQuestion };
}

/** @throws {Error} when a form leaves a question open that is no further thing's */
function answerOf(form: Facts, fact: string): FactValue {
  const told = form[fact];
  if (told !== undefined) return told;
  if (parseFactId(fact).place > 0) return NONE;
  throw new Error(`the form does not tell ${fact}: ${JSON.stringify(form)}`);
}

const MODULUS = 2_147_483_647;

/** Lehmer's generator: numbers from 0 to 1, the same in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % MODULUS) / MODULUS;
}

/** Forms of people of whom nothing is known, with up to three things of each kind. */
export function* randomForms(count: number, seed: number): Generator<Facts> {
  const random = generator(seed);
  const answers = createAnswers([pack]);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const months = (): FactValue => {
    const from = Math.floor(random() * 240);
    return random() < 0.5 ? [from, from] : [from, from + Math.floor(random() * 36)];
  };
  const answer = (question: Question): FactValue => {
    if (["age", "duration"].includes(question.type) && random() < 0.5) return months();
    return pick([...answers(question), ...question.options.map(({ id }) => id)]);
  };
  const has = (none: string | undefined): boolean => none === undefined || random() < 0.5;
  for (let made = 0; made < count; made++) yield formOf(pack.interview, answer, has);
}

/** A whole form: of every kind of thing the first, and further ones as long as there are some. */
function formOf(
  interview: readonly Question[],
  answer: (question: Question) => FactValue,
  has: (none: string | undefined) => boolean,
): Facts {
  const form: Record<string, FactValue> = {};
  const closed = new Set<string>();
  for (let place = 0; place < MOST_THINGS; place++)
    for (const { id, type } of interview) {
      const fact = factId(id, place);
      const asked = askedFor(interview, fact);
      const list = asked && (listOf(asked.question) ?? id);
      if (!asked || list === undefined || type === "target" || closed.has(list)) continue;
      if (place > 0 && asked.question.once) continue;
      form[fact] = asked.of !== undefined || has(asked.none) ? answer(asked.question) : NONE;
      const unsure = place > 0 && asked.of === undefined && form[fact] === null;
      if (form[fact] === NONE || unsure) closed.add(list);
    }
  return form;
}
