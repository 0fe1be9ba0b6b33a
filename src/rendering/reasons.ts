import { factId } from "../fact-ids.ts";
import type { Pack } from "../knowledge/pack.ts";
import { MOST_THINGS } from "../rules/facts.ts";
import { type Aspect, type Ground, NO, UNSURE, YES } from "../rules/grade.ts";
import type { Scene, Speak } from "./scene.ts";
import { told } from "./told.ts";

/** The words for a grade in replies and in what `assess` returns. */
export const GRADE_NAMES = { [NO]: "unmet", [UNSURE]: "unsure", [YES]: "met" } as const;

/** The fact of the interview that each aspect weighs; of work all jobs together. */
const PATHS: Readonly<Record<Aspect, string>> = {
  age: "age",
  education: "diplomas.school",
  school: "diplomas.school",
  status: "diplomas.status",
  major: "diplomas.major",
  work_years: "work",
  work_occupation: "work",
  certificate_level: "certificates.level",
  certificate_occupation: "certificates.match",
  certificate_years: "certificates.months_after",
  title_grade: "titles.grade",
  title_field: "titles.grade",
  title_years: "titles.months_after",
};

/** What keeps a ground from being met, in words; nothing where it is met. */
export function wordGround(speak: Speak, { about, grade, need }: Ground): string | undefined {
  if (grade === YES) return undefined;
  const phrase = grade === NO ? (`lacks_${about}` as const) : (`unclear_${about}` as const);
  return speakAny(speak)(phrase, { need: need ?? "" });
}

/** Phrases that are put together from an aspect take the params of any of them; those not used do no harm. */
export function speakAny(
  speak: Speak,
): (phrase: string, params: Record<string, string | number>) => string {
  return speak as (phrase: string, params: Record<string, string | number>) => string;
}

export interface ToldFact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** The facts that a ground turned on, as the candidate told them. */
export function factsOf(scene: Scene, { about, place = 0 }: Ground): ToldFact[] {
  const path = PATHS[about];
  const questions = questionsAbout(scene.pack.interview, path);
  const [from, to] = path === "work" ? [0, MOST_THINGS - 1] : [place, place];
  const found: ToldFact[] = [];
  for (let at = from; at <= to; at++)
    for (const question of questions) {
      const id = factId(question, at);
      const one = told(scene, id);
      if (one) found.push({ id, ...one });
    }
  return found;
}

const questionsBy = new WeakMap<Pack["interview"], Map<string, string[]>>();

/** Ids of the questions that ask for a fact, or for what lies below it; looked for once. */
function questionsAbout(interview: Pack["interview"], path: string): readonly string[] {
  const known = questionsBy.get(interview) ?? new Map<string, string[]>();
  const ids =
    known.get(path) ??
    interview
      .filter(({ fact }) => fact === path || fact.startsWith(`${path}.`))
      .map(({ id }) => id);
  questionsBy.set(interview, known.set(path, ids));
  return ids;
}
