import type { FactValue, Facts } from "../machines/words.ts";
import { factId } from "../src/fact-ids.ts";
import type { Question } from "../src/knowledge/schemas/dialog.ts";
import { listOf } from "../src/rules/asked.ts";
import { sharesOf } from "../src/rules/chances.ts";
import { MOST_THINGS, NONE } from "../src/rules/facts.ts";

/** Somebody with a whole form, and what he tells before anything is asked. */
export interface Drawn {
  readonly target: string;
  readonly form: Facts;
  readonly told: Facts;
}

/** In a hundred candidates. */
export const TARGETS = { all: 50, 四级: 30, 三级: 20 } as const;
/** What a first message tells, in a hundred; whoever wants one level names it along with the rest. */
export const FIRST_MESSAGES = { nothing: 40, diploma: 30, job: 15, both: 15 } as const;

const DIPLOMA = ["school", "status", "major"];
const JOB = ["occupation", "work_years"];
const MODULUS = 2_147_483_647;

/** Candidates whose answers are as common as the shares of the interview say; the same in every run. */
export function drawCandidates(interview: readonly Question[], count: number): Drawn[] {
  let state = 20_260_520;
  const random: Random = () => (state = (state * 48_271) % MODULUS) / MODULUS;
  return Array.from({ length: count }, () => {
    const target = pick(Object.entries(TARGETS), random);
    const form = drawForm(interview, random);
    return { target, form, told: firstMessage(form, target, random) };
  });
}

/** A number from 0 to 1. */
type Random = () => number;

function pick(weighted: Iterable<readonly [string, number]>, random: Random): string {
  const all = [...weighted];
  let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
  const found = all.find(([, weight]) => (left -= weight) < 0) ?? all.at(-1);
  return found?.[0] ?? NONE;
}

function drawForm(interview: readonly Question[], random: Random): Facts {
  const form: Record<string, FactValue> = {};
  for (const head of interview) {
    const list = listOf(head);
    const rest = list === undefined ? [] : interview.filter((one) => listOf(one) === list);
    if (head.type === "target" || (list !== undefined && rest[0] !== head)) continue;
    for (let place = 0; place < (head.another ? MOST_THINGS : 1); place++) {
      const answer = drawHead(head, place, random);
      form[factId(head.id, place)] = answer;
      if (answer === NONE) break;
      for (const detail of rest.slice(1))
        if (place === 0 || !detail.once)
          form[factId(detail.id, place)] = pick(sharesOf(detail), random);
    }
  }
  return form;
}

/** Whether there is such a thing, and which; a further one is rarer, and of the same kinds. */
function drawHead(head: Question, place: number, random: Random): string {
  if (place === 0) return pick(sharesOf(head), random);
  if (random() * 100 >= (head.another?.share ?? 100)) return NONE;
  return pick(
    [...sharesOf(head)].filter(([id]) => id !== NONE),
    random,
  );
}

function firstMessage(form: Facts, target: string, random: Random): Facts {
  const what = pick(Object.entries(FIRST_MESSAGES), random);
  const ids = [
    ...(what === "diploma" || what === "both" ? DIPLOMA : []),
    ...((what === "job" || what === "both") && form["occupation"] !== NONE ? JOB : []),
  ];
  if (ids.length === 0) return {};
  const facts = Object.fromEntries(ids.map((id) => [id, form[id] ?? null]));
  return target === "all" ? facts : { target, ...facts };
}
