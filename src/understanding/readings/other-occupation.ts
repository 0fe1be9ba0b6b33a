import type { Pack } from "../../knowledge/pack.ts";
import { topicOf } from "../../knowledge/schemas/answers.ts";
import type { Hearing, Reading } from "../hearing.ts";

const MINE = /我|做|干|当|从事|工作/u;

/** "电子商务师三级多少钱": the fee, dates and registration of another occupation are not this notice's. */
export function readOtherOccupation({ vocabulary, occupations }: Pack): Reading {
  const own = new Set(occupations.own.map(({ name }) => name));
  const { answer, instead_of: topics } = vocabulary.other_occupation;
  return (heard) => {
    const topic = topicOf(heard.guesses[0]?.label ?? "");
    if (!topics.some((one) => one === topic) || !namesOther(heard, own)) return undefined;
    return { type: "ASK", asks: [{ answer, entities: {} }] };
  };
}

/** The occupation stands right before a level, and is not what the candidate does. */
function namesOther({ text, found: { names } }: Hearing, own: ReadonlySet<string>): boolean {
  return names.occupation.some(
    ({ value, start, end }) =>
      !own.has(value) &&
      names.level.some((level) => level.start === end) &&
      !MINE.test(text.slice(Math.max(0, start - 4), start)),
  );
}
