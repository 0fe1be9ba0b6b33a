import type { ApplicationQuestion, Question } from "../knowledge/schemas/dialog.ts";
import type { Say } from "../../machines/words.ts";
import type { Choice, Reply } from "../message.ts";
import { type Asked, askedFor } from "../rules/asked.ts";
import { NONE, UNKNOWN } from "../rules/facts.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import { monthsToApply } from "../rules/timetable.ts";
import { commands } from "./chat.ts";
import { paragraph } from "./plain.ts";
import { interviewProgress, registrationProgress } from "./progress.ts";
import { finish } from "./reply.ts";
import type { Scene } from "./scene.ts";
import { told } from "./told.ts";

/** A question of the interview or of the registration, with its answers to tap. */
export function renderQuestion(
  scene: Scene,
  { question: id, how }: Extract<Say, { say: "question" }>,
): Reply {
  const { interview, registration } = scene.pack;
  const asked = askedFor(interview, id);
  const question = asked?.question ?? registration.questions.find((one) => one.id === id);
  if (!question) throw new Error(`rendering: no question "${id}" in the pack`);
  const { ask, hint } = asked ? wordingOf(scene, asked) : question;
  const text = { first: ask, again: `${scene.speak("resume")}${ask}`, hint }[how];
  return finish(scene, {
    topic: asked ? "eligibility" : "registration",
    kind: "computed",
    answer: `question.${id}`,
    blocks: [asked ? interviewProgress(scene) : registrationProgress(scene), paragraph(text)],
    choices: [...answersTo(scene, id, question, asked?.none), ...commands(scene, ["back"])],
    ...(question.type !== "month" && { plain: true }), // a month is one of the pack's year
  });
}

/** A detail of a further thing is asked for with the name of that thing. */
function wordingOf(scene: Scene, { ask, hint, of }: Asked): { ask: string; hint: string } {
  const thing = of === undefined ? undefined : told(scene, of)?.value;
  if (thing === undefined) return { ask, hint };
  return {
    ask: scene.speak("about_ask", { thing, ask }),
    hint: scene.speak("about_ask", { thing, ask: hint }),
  };
}

/** The answers to tap for a fact, "I do not know" last where that is an answer. */
function answersTo(
  scene: Scene,
  fact: string,
  question: Question | ApplicationQuestion,
  noneLabel: string | undefined,
): Choice[] {
  const choice = (value: string, label: string): Choice => ({ id: `tell:${fact}=${value}`, label });
  const unknown = choice(UNKNOWN, scene.speak("unknown_option"));
  const { levels, directions } = scene.pack.projects;
  switch (question.type) {
    case "target": {
      const all =
        "all" in question && question.all !== undefined ? [choice(ALL_LEVELS, question.all)] : [];
      return [...levels.map(({ id, full }) => choice(id, full)), ...all];
    }
    case "applicant":
      return scene.pack.registration.applicants.map(({ id, label }) => choice(id, label));
    case "level":
      return levels.map(({ id, full }) => choice(id, full));
    case "direction":
      return directions.map(({ id }) => choice(id, id));
    case "month":
      return monthsToApply(scene.pack.timetable, scene.pack.meta.year, scene.today).map((month) =>
        choice(String(month), scene.speak("month_name", { month })),
      );
    default: {
      const options =
        "options" in question ? question.options.map(({ id, label }) => choice(id, label)) : [];
      const none = noneLabel === undefined ? [] : [choice(NONE, noneLabel)];
      return [...none, ...options, unknown];
    }
  }
}
