import type { Pack } from "../../knowledge/pack.ts";
import { askedFor } from "../../rules/asked.ts";
import type { Reading } from "../hearing.ts";
import { bare } from "../normalise.ts";
import { NUMERAL } from "../numerals.ts";
import { isAbsurd } from "../periods.ts";

const LEVEL = new RegExp(`^${NUMERAL}级(?:证书?)?$`, "u");

/** An answer that can be nobody's: a time that has not come yet, an absurd length of time, a level that there is none. */
export function readImplausible({ interview }: Pack): Reading {
  return ({ text, found, situation: { pending } }) => {
    const asked = pending === undefined ? undefined : askedFor(interview, pending);
    if (!asked) return undefined;
    if (found.periods.some(({ ahead }) => ahead)) return { type: "UNCLEAR", reason: "future_date" };
    const longest = Math.max(0, ...found.durations.map(({ from }) => from));
    if (isAbsurd(text, longest)) return { type: "UNCLEAR", reason: "absurd_number" };
    const noSuchLevel = LEVEL.test(bare(text)) && found.names.level.length === 0;
    return noSuchLevel && asked.question.type === "certificate_level"
      ? { type: "UNCLEAR", reason: "bad_answer" }
      : undefined;
  };
}
