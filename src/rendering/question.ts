import type { ApplicationQuestion, Question } from "../knowledge/schemas/dialog.ts";
import type { Choice } from "../message.ts";
import { NONE } from "../rules/from-facts.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import { rowsStillOpen } from "../rules/timetable.ts";
import type { Scene } from "./scene.ts";

/** Stands in a choice id for "I do not know". */
export const UNKNOWN = "?";

export function findQuestion(
  scene: Pick<Scene, "pack">,
  id: string,
): Question | ApplicationQuestion | undefined {
  const { interview, registration } = scene.pack;
  return (
    interview.find((one) => one.id === id) ?? registration.questions.find((one) => one.id === id)
  );
}

/** The answers to tap for a question, "I do not know" last where that is an answer. */
export function answersTo(scene: Scene, question: Question | ApplicationQuestion): Choice[] {
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
      return months(scene).map((month) =>
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

/** The months that one can still apply in; when the year is over all of them, the reply says whose year. */
function months({ pack, at }: Scene): number[] {
  const open = rowsStillOpen(pack.timetable, pack.meta.year, at.date);
  return (open.length > 0 ? open : pack.timetable.rows).map(({ month }) => month);
}
