import type { FactValue } from "../../machines/words.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { NONE } from "../rules/from-facts.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import type { Scene } from "./scene.ts";

/** Label and value of one thing told, as the candidate would say it; undefined for a question that is gone. */
export function told(scene: Scene, id: string): { label: string; value: string } | undefined {
  const value = scene.facts[id];
  if (value === undefined) return undefined;
  const question = scene.pack.interview.find((one) => one.id === id);
  if (question) return { label: question.label, value: wordAnswer(scene, question, value) };
  const applied = scene.pack.registration.questions.find((one) => one.id === id);
  if (!applied) return undefined;
  return {
    label: applied.label,
    value:
      applied.type === "month"
        ? scene.speak("month_name", { month: String(value) })
        : String(value),
  };
}

function wordAnswer(scene: Scene, question: Question, value: FactValue): string {
  if (value === null) return scene.speak("unknown_option");
  if (typeof value !== "string") return wordMonths(scene, question, value);
  if (value === NONE && question.none !== undefined) return question.none;
  if (value === ALL_LEVELS && question.all !== undefined) return question.all;
  return question.options.find(({ id }) => id === value)?.label ?? value;
}

/** Months as the option that they were tapped as, as an age, or as years and months from … to. */
function wordMonths(scene: Scene, question: Question, value: readonly number[]): string {
  const option = question.options.find(({ months }) => String(months) === String(value));
  if (option) return option.label;
  const [from = 0, to] = value;
  if (question.type === "age") return scene.speak("age_years", { years: Math.floor(from / 12) });
  if (to === from) return wordLength(scene, from);
  if (to === undefined) return scene.speak("length_at_least", { from: wordLength(scene, from) });
  return scene.speak("length_between", {
    from: wordLength(scene, from),
    to: wordLength(scene, to),
  });
}

function wordLength({ speak }: Scene, length: number): string {
  const [years, months] = [Math.floor(length / 12), length % 12];
  if (months === 0) return speak("years_only", { years });
  return years === 0 ? speak("months_only", { months }) : speak("years_months", { years, months });
}
