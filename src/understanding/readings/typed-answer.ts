import type { DialogEvent, FactValue } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { ALL_LEVELS } from "../../rules/guide.ts";
import { applicationValues } from "../choices.ts";
import { answerTo, findFacts } from "../facts.ts";
import { type Hearing, type Reading, SHORT } from "../hearing.ts";
import { bare } from "../normalise.ts";

/** What makes a short message a question, not an answer. */
const ASKING = /[吗么?？]|怎|咋|啥|几|多少|什么|哪|能|可以|够不|行不|算不/u;
const ALL = /都看|都行|两个|哪个|随便|都可以|全部|都测|一起/u;

/** The open question answered in words, with whatever else the message tells. */
export function readTypedAnswer(pack: Pack): Reading {
  return (heard) => {
    const { pending, context } = heard.situation;
    if (pending === undefined || context.clarifying !== undefined) return undefined;
    const question = pack.interview.find(({ id }) => id === pending);
    if (!question) return tell({}, pending, application(pending, heard, pack));
    const told = findFacts(heard.found, pack, pending);
    const value =
      question.type === "target"
        ? target(heard)
        : answerTo(question, heard.text, heard.found, pack);
    if (value !== undefined) return tell(told, pending, value);
    const tells = Object.keys(told).length > 0 && heard.text.length <= SHORT;
    return tells && !ASKING.test(heard.text)
      ? { type: "TELL", facts: told, readBack: true }
      : undefined;
  };
}

function tell(
  told: Record<string, FactValue>,
  pending: string,
  value: FactValue | undefined,
): DialogEvent | undefined {
  return value === undefined
    ? undefined
    : { type: "TELL", facts: { ...told, [pending]: value }, readBack: true };
}

function target({ text, found }: Hearing): string | undefined {
  if (text.length > SHORT) return undefined;
  if (ALL.test(text)) return ALL_LEVELS;
  return found.names.level.length === 1 ? found.names.level[0]?.value : undefined;
}

/** A level, direction, month or way to register, typed when it was asked for. */
function application(pending: string, { text, entities }: Hearing, pack: Pack): string | undefined {
  if (text.length > SHORT) return undefined;
  const plain = bare(text);
  const values = applicationValues(pending, pack);
  const named = entities[pending]?.toString() ?? values.find((id) => plain === id);
  const figure = /^\d{1,2}$/u.test(plain) ? String(Number(plain)) : undefined;
  const value = named ?? (pending === "month" ? figure : values.find((id) => plain.includes(id)));
  return value !== undefined && values.includes(value) ? value : undefined;
}
