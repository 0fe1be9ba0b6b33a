import type { DialogEvent, FactValue, Facts } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import type { Question } from "../../knowledge/schemas/dialog.ts";
import { factId } from "../../fact-ids.ts";
import { type Asked, askedFor, listOf } from "../../rules/asked.ts";
import { MOST_THINGS } from "../../rules/facts.ts";
import { namedJobs } from "../jobs.ts";
import { ALL_LEVELS } from "../../rules/guide.ts";
import { applicationFacts, applicationValues } from "../choices.ts";
import { answerTo, deniedBy } from "../facts.ts";
import { findFacts } from "../story.ts";
import { ASKING, type Hearing, type Reading, SHORT, asksForAll, beforeOf } from "../hearing.ts";
import { bare } from "../normalise.ts";

/** The open question answered in words, with whatever else the message tells. */
export function readTypedAnswer(pack: Pack): Reading {
  return (heard) => {
    const { pending, context } = heard.situation;
    if (pending === undefined || context.clarifying !== undefined) return undefined;
    const asked = askedFor(pack.interview, pending);
    if (!asked) return readApplication(pending, heard, pack);
    const { question } = asked;
    if (asksSomethingElse(heard, question)) return undefined;
    const told = besides(question, findFacts(heard.found, pack, beforeOf(heard.situation)), pack);
    const jobs = severalJobs(asked, heard, pack);
    if (jobs) return { type: "TELL", facts: { ...told, ...jobs }, readBack: true };
    const value =
      question.type === "target"
        ? target(heard, pack)
        : ((question.type === "occupation" ? told[pending] : undefined) ?? // an internship with its job
          answerTo(asked, heard.text, heard.found, pack));
    if (value !== undefined) return tell(told, pending, value);
    const denied = deniedBy(heard.text, context.facts, pack);
    if (Object.keys(denied).length > 0)
      return { type: "TELL", facts: { ...told, ...denied }, readBack: true };
    const answers = pending in told || heard.text.length <= SHORT;
    return answers && Object.keys(told).length > 0 && !ASKING.test(heard.text)
      ? { type: "TELL", facts: told, readBack: true }
      : undefined;
  };
}

/** Several jobs told at once are several; how long each was is asked then. */
function severalJobs({ question, place }: Asked, { found, text }: Hearing, pack: Pack) {
  if (listOf(question) !== "work" || question.type !== "occupation") return undefined;
  const names = [...new Set(namedJobs(found, [], pack).map(({ value }) => value))];
  const isList = names.length > 1 && place + names.length <= MOST_THINGS;
  if (!isList || found.names.level.length > 0 || text.length > SHORT) return undefined;
  return Object.fromEntries(names.map((name, at) => [factId(question.id, place + at), name]));
}

/** A word may be both; what was asked decides. */
const NAMES: readonly Question["type"][] = ["major", "occupation"];

/** What else is told: an occupation named for the certificate says nothing of the work. */
function besides(question: Question, told: Facts, { interview }: Pack): Facts {
  const types = NAMES.includes(question.type) ? NAMES : [question.type];
  const apart = (id: string): boolean => {
    const other = askedFor(interview, id)?.question;
    return !other || !types.includes(other.type) || listOf(other) === listOf(question);
  };
  return Object.fromEntries(Object.entries(told).filter(([id]) => apart(id)));
}

/** At this confidence a longer message is a question on another topic, whatever names it holds. */
const SURELY_ELSE = 0.5;
const MERE_ANSWER = 6;

/** Figures may be told in a question ("五年够不够"); a name in a question is what is asked about. */
const FIGURES: readonly Question["type"][] = ["target", "age", "duration"];

function asksSomethingElse(
  { text, plain, found, guesses: [first] }: Hearing,
  { type }: Question,
): boolean {
  if (ASKING.test(text) && !FIGURES.includes(type)) return true;
  if (found.periods.length > 0) return false; // 2020年1月到2024年12月 asks for no timetable
  if (!first || plain.length <= MERE_ANSWER) return false;
  return first.confidence >= SURELY_ELSE && !first.label.startsWith("eligibility.");
}

function tell(told: Facts, pending: string, value: FactValue | undefined): DialogEvent | undefined {
  return value === undefined
    ? undefined
    : { type: "TELL", facts: { ...told, [pending]: value }, readBack: true };
}

/** Who does not know which level looks at all of them. */
function target({ text, plain, found }: Hearing, { vocabulary }: Pack): string | undefined {
  const unknown = vocabulary.unknown.some((phrase) => bare(phrase) === plain);
  if (unknown || (text.length <= SHORT && asksForAll(text))) return ALL_LEVELS;
  if (text.length > SHORT || ASKING.test(text)) return undefined;
  return found.names.level.length === 1 ? found.names.level[0]?.value : undefined;
}

/** A level, direction, month or way to register, typed while one of them was asked for. */
function readApplication(pending: string, heard: Hearing, pack: Pack): DialogEvent | undefined {
  const { text, entities } = heard;
  if (text.length > SHORT || ASKING.test(text)) return undefined;
  const told = applicationFacts(entities, pack, heard.today);
  const value = told[pending] ?? plainApplication(pending, heard, pack);
  if (value !== undefined) return tell(told, pending, value);
  if (Object.keys(told).length > 0) return { type: "TELL", facts: told, readBack: true };
  const over = pending in entities; // named, but not one that can still be chosen: a month that is over
  return over ? { type: "UNCLEAR", reason: "bad_answer" } : undefined;
}

/** What means something only because it was asked: "自己", "11". */
function plainApplication(
  pending: string,
  { plain, today }: Hearing,
  pack: Pack,
): string | undefined {
  if (pending === "applicant")
    return pack.registration.applicants.find(({ answers }) => answers.includes(plain))?.id;
  const figure = /^\d{1,2}$/u.test(plain) ? String(Number(plain)) : plain;
  return applicationValues(pending, pack, today).find((value) => value === figure);
}
