import type { ApplicationQuestion, Question } from "../knowledge/schemas/dialog.ts";
import type { Say } from "../../machines/words.ts";
import type { Choice, Reply } from "../message.ts";
import { NONE, UNKNOWN } from "../rules/from-facts.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import { monthsToApply } from "../rules/timetable.ts";
import { commands } from "./chat.ts";
import { paragraph } from "./plain.ts";
import { finish } from "./reply.ts";
import type { Scene } from "./scene.ts";

/** A question of the interview or of the registration, with its answers to tap. */
export function renderQuestion(
  scene: Scene,
  { question: id, how }: Extract<Say, { say: "question" }>,
): Reply {
  const { interview, registration } = scene.pack;
  const asked = interview.find((one) => one.id === id);
  const question = asked ?? registration.questions.find((one) => one.id === id);
  if (!question) throw new Error(`rendering: no question "${id}" in the pack`);
  const text = {
    first: question.ask,
    again: `${scene.speak("resume")}${question.ask}`,
    hint: question.hint,
  }[how];
  return finish(scene, {
    topic: asked ? "eligibility" : "registration",
    kind: "computed",
    answer: `question.${id}`,
    blocks: [paragraph(text)],
    choices: [...answersTo(scene, question), ...commands(scene, ["back"])],
    ...(question.type !== "month" && { plain: true }), // a month is one of the pack's year
  });
}

/** The answers to tap for a question, "I do not know" last where that is an answer. */
function answersTo(scene: Scene, question: Question | ApplicationQuestion): Choice[] {
  const choice = (value: string, label: string): Choice => ({
    id: `tell:${question.id}=${value}`,
    label,
  });
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
      return monthsToApply(scene.pack.timetable, scene.pack.meta.year, scene.at.date).map((month) =>
        choice(String(month), scene.speak("month_name", { month })),
      );
    default: {
      const options =
        "options" in question ? question.options.map(({ id, label }) => choice(id, label)) : [];
      const none =
        "none" in question && question.none !== undefined ? [choice(NONE, question.none)] : [];
      return [...none, ...options, unknown];
    }
  }
}
