import type { Pack } from "../../knowledge/pack.ts";
import { askedFor } from "../../rules/asked.ts";
import type { Reading } from "../hearing.ts";
import { isAbsurd } from "../periods.ts";

/** An answer that can be nobody's: a time that has not come yet, a negative or absurd length of time. */
export function readImplausible({ interview }: Pack): Reading {
  return ({ text, found, situation: { pending } }) => {
    if (pending === undefined || !askedFor(interview, pending)) return undefined;
    if (found.periods.some(({ ahead }) => ahead)) return { type: "UNCLEAR", reason: "future_date" };
    const longest = Math.max(0, ...found.durations.map(({ from }) => from));
    return isAbsurd(text, longest) ? { type: "UNCLEAR", reason: "absurd_number" } : undefined;
  };
}
