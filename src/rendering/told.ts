import type { FactValue } from "../../machines/words.ts";
import { type Asked, askedFor } from "../rules/asked.ts";
import { NONE } from "../rules/facts.ts";
import { isPeriod } from "../rules/period.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import type { Scene } from "./scene.ts";

/** What it takes to word what was told. */
export type Telling = Pick<Scene, "pack" | "speak" | "facts">;

/** Label and value of one thing told, as the candidate would say it; undefined for a question that is gone. */
export function told(telling: Telling, id: string): { label: string; value: string } | undefined {
  const value = telling.facts[id];
  if (value === undefined) return undefined;
  const asked = askedFor(telling.pack.interview, id);
  if (asked) return { label: labelOf(telling, asked), value: wordAnswer(telling, asked, value) };
  const applied = telling.pack.registration.questions.find((one) => one.id === id);
  if (!applied) return undefined;
  return {
    label: applied.label,
    value:
      applied.type === "month"
        ? telling.speak("month_name", { month: String(value) })
        : String(value),
  };
}

/** Of a further thing's detail also what the thing is: 专业（中专）. */
function labelOf(telling: Telling, { label, of }: Asked): string {
  const thing = of === undefined ? undefined : told(telling, of)?.value;
  return thing === undefined ? label : telling.speak("about_label", { label, thing });
}

function wordAnswer(telling: Telling, { question, none }: Asked, value: FactValue): string {
  if (value === null) return telling.speak("unknown_option");
  if (typeof value !== "string") return wordMonths(telling, question, value);
  if (value === NONE && none !== undefined) return none;
  if (isPeriod(value)) return wordPeriod(telling, value);
  if (value === ALL_LEVELS && question.all !== undefined) return question.all;
  return question.options.find(({ id }) => id === value)?.label ?? value;
}

/** Months as the option that they were tapped as, as an age, or as years and months from … to. */
function wordPeriod({ speak }: Telling, interval: string): string {
  const [from = "", to = ""] = interval.split("/");
  return speak("period", { from, to });
}

function wordMonths(
  telling: Telling,
  question: Asked["question"],
  value: readonly number[],
): string {
  const option = question.options.find(({ months }) => String(months) === String(value));
  if (option) return option.label;
  const [from = 0, to] = value;
  if (question.type === "age") return wordAge(telling, from, to);
  if (to === from) return wordLength(telling, from);
  if (to === undefined)
    return telling.speak("length_at_least", { from: wordLength(telling, from) });
  return telling.speak("length_between", {
    from: wordLength(telling, from),
    to: wordLength(telling, to),
  });
}

/** Of 四十多岁 both ends. */
function wordAge({ speak }: Telling, from: number, to = from): string {
  const [least, most] = [from, to].map((months) =>
    speak("age_years", { years: Math.floor(months / 12) }),
  );
  if (least === undefined || most === undefined || least === most) return least ?? "";
  return speak("length_between", { from: least, to: most });
}

export function wordLength({ speak }: Telling, length: number): string {
  const [years, months] = [Math.floor(length / 12), length % 12];
  if (months === 0) return speak("years_only", { years });
  return years === 0 ? speak("months_only", { months }) : speak("years_months", { years, months });
}
