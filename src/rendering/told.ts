import type { FactValue } from "../../machines/words.ts";
import { type Asked, askedFor } from "../rules/asked.ts";
import { NONE } from "../rules/facts.ts";
import { isPeriod } from "../rules/period.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import type { Scene } from "./scene.ts";

/** Label and value of one thing told, as the candidate would say it; undefined for a question that is gone. */
export function told(scene: Scene, id: string): { label: string; value: string } | undefined {
  const value = scene.facts[id];
  if (value === undefined) return undefined;
  const asked = askedFor(scene.pack.interview, id);
  if (asked) return { label: labelOf(scene, asked), value: wordAnswer(scene, asked, value) };
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

/** Of a further thing's detail also what the thing is: 专业（中专）. */
function labelOf(scene: Scene, { label, of }: Asked): string {
  const thing = of === undefined ? undefined : told(scene, of)?.value;
  return thing === undefined ? label : scene.speak("about_label", { label, thing });
}

function wordAnswer(scene: Scene, { question, none }: Asked, value: FactValue): string {
  if (value === null) return scene.speak("unknown_option");
  if (typeof value !== "string") return wordMonths(scene, question, value);
  if (value === NONE && none !== undefined) return none;
  if (isPeriod(value)) return wordPeriod(scene, value);
  if (value === ALL_LEVELS && question.all !== undefined) return question.all;
  return question.options.find(({ id }) => id === value)?.label ?? value;
}

/** Months as the option that they were tapped as, as an age, or as years and months from … to. */
function wordPeriod({ speak }: Scene, interval: string): string {
  const [from = "", to = ""] = interval.split("/");
  return speak("period", { from, to });
}

function wordMonths(scene: Scene, question: Asked["question"], value: readonly number[]): string {
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

export function wordLength({ speak }: Scene, length: number): string {
  const [years, months] = [Math.floor(length / 12), length % 12];
  if (months === 0) return speak("years_only", { years });
  return years === 0 ? speak("months_only", { months }) : speak("years_months", { years, months });
}
