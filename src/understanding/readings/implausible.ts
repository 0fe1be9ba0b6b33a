import type { Pack } from "../../knowledge/pack.ts";
import { askedFor } from "../../rules/asked.ts";
import type { Reading } from "../hearing.ts";
import { NUMERAL } from "../numerals.ts";
import { isAbsurd } from "../periods.ts";

/** A bare figure answers these, but never one so high: nobody is 300, or worked 300 years. */
const FIGURES: readonly string[] = ["age", "duration"];
const HUNDREDS = /^(?:1[3-9]\d|[2-9]\d{2}|\d{4,})$/u;
const LEVEL = new RegExp(`^${NUMERAL}级(?:证书?)?$`, "u");

/** An answer that can be nobody's: a time that has not come yet, an absurd length of time, a level that there is none. */
export function readImplausible({ interview }: Pack): Reading {
  return ({ text, plain, found, situation: { pending } }) => {
    const asked = pending === undefined ? undefined : askedFor(interview, pending);
    if (!asked) return undefined;
    if (found.periods.some(({ ahead }) => ahead)) return { type: "UNCLEAR", reason: "future_date" };
    const longest = Math.max(0, ...found.durations.map(({ from }) => from));
    const figure = FIGURES.includes(asked.question.type) && HUNDREDS.test(plain);
    if (figure || isAbsurd(text, longest)) return { type: "UNCLEAR", reason: "absurd_number" };
    const noSuchLevel = LEVEL.test(plain) && found.names.level.length === 0;
    return noSuchLevel && asked.question.type === "certificate_level"
      ? { type: "UNCLEAR", reason: "bad_answer" }
      : undefined;
  };
}
