import type { FactValue, Facts } from "../../machines/words.ts";
import { factId } from "../fact-ids.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { type AnswersTo, createAnswers, firstOfEach } from "./answers.ts";
import { listOf } from "./asked.ts";
import { MOST_THINGS, NONE, type FactReader, createFactReader } from "./facts.ts";
import { createNames } from "./names.ts";
import { evaluate, testsOf } from "./tests.ts";

/** Reads facts of another pack's interview as this one's rules see them. */
export function readerFor(pack: Pack, asked: readonly Question[]): FactReader {
  const read = createFactReader(pack.interview, createNames(pack));
  const own = new Map(pack.interview.map(({ fact, id }) => [fact, id]));
  const places = Array.from({ length: MOST_THINGS }, (_, place) => place);
  const renamed = asked.flatMap(({ fact, id }) => {
    const other = own.get(fact) ?? "";
    return other === id ? [] : places.map((at) => [factId(id, at), factId(other, at)] as const);
  });
  if (renamed.length === 0) return read;
  const names = new Map(renamed);
  return (facts) =>
    read(
      Object.fromEntries(
        Object.entries(facts).map(([fact, value]) => [names.get(fact) ?? fact, value]),
      ),
    );
}

/**
 * Complete forms that stand for all candidates: of those whom every test of every pack grades alike,
 * one. A test looks at one kind of thing only (age, diplomas, work, …), so the forms are all
 * combinations of what may become of each kind.
 * @param packs the forms are facts of the last one's interview
 */
export function situations(packs: readonly [...Pack[], Pack]): Facts[] {
  const { interview } = packs.at(-1) as Pack;
  const answers = createAnswers(packs);
  const graded = grader(packs, interview);
  return kindsOf(interview)
    .map((questions) => outcomes(questions, answers, graded))
    .reduce<Facts[]>(
      (forms, found) => forms.flatMap((form) => found.map((more) => ({ ...form, ...more }))),
      [{}],
    );
}

/** Questions that are about one kind of thing. */
function kindsOf(interview: readonly Question[]): Question[][] {
  const kinds = new Map<string, Question[]>();
  for (const question of interview) {
    if (question.type === "target") continue;
    const kind = listOf(question) ?? question.fact;
    kinds.set(kind, [...(kinds.get(kind) ?? []), question]);
  }
  return [...kinds.values()];
}

/** The grades that all tests of all packs give, written as one word. */
type Graded = (facts: Facts) => string;

function grader(packs: readonly Pack[], interview: readonly Question[]): Graded {
  const sides = packs.map((pack) => ({
    pack,
    read: readerFor(pack, interview),
    tests: testsOf(pack.eligibility),
  }));
  return (facts) =>
    sides
      .map(({ pack, read, tests }) => {
        const who = read(facts);
        return tests.map((test) => evaluate(test, who, pack).low).join("");
      })
      .join(" ");
}

/** Everything that may become of one kind of thing: none, one, or several together. */
function outcomes(questions: readonly Question[], answers: AnswersTo, graded: Graded): Facts[] {
  const [head] = questions;
  if (!head) return [];
  const several = head.another !== undefined;
  const closed = (facts: Facts, count: number): Facts =>
    several && count < MOST_THINGS && !isUnknown(facts, head, count - 1)
      ? { ...facts, [factId(head.id, count)]: NONE }
      : facts;
  const key = (count: number) => (facts: Facts) => graded(closed(facts, count));
  const found: Facts[] = head.none === undefined ? [] : [closed({ [head.id]: NONE }, MOST_THINGS)];
  let those: Facts[] = [{}];
  for (let count = 1; count <= (several ? MOST_THINGS : 1); count++) {
    const more = thingsAt(count - 1, questions, answers);
    const all = those
      .filter((facts) => !isUnknown(facts, head, count - 2))
      .flatMap((facts) => more.map((thing) => ({ ...facts, ...thing })));
    const distinct = firstOfEach(all, key(count));
    found.push(...distinct.map((facts) => closed(facts, count)));
    those = count === 1 && isSummed(head) ? all : distinct;
  }
  return firstOfEach(found, graded);
}

/** Of papers the best counts; months of work are added up, so that short ones matter beside others. */
function isSummed({ fact }: Question): boolean {
  return fact.startsWith("work.");
}

/** Whoever cannot say whether he has a further thing is not asked for another one. */
function isUnknown(facts: Facts, head: Question, place: number): boolean {
  return place > 0 && facts[factId(head.id, place)] === null;
}

/** All that the thing at a place may be. */
function thingsAt(place: number, questions: readonly Question[], answers: AnswersTo): Facts[] {
  const asked = questions.filter(({ once }) => place === 0 || !once);
  const [head, ...details] = asked;
  if (!head) return [];
  return answers(head).flatMap((answer) => {
    const thing = { [factId(head.id, place)]: answer };
    if (answer === null && place > 0) return [thing];
    return details.reduce<Facts[]>(
      (things, question) => things.flatMap((one) => withEach(one, question, place, answers)),
      [thing],
    );
  });
}

function withEach(one: Facts, question: Question, place: number, answers: AnswersTo): Facts[] {
  const fact = factId(question.id, place);
  return answers(question).map((value: FactValue) => ({ ...one, [fact]: value }));
}
