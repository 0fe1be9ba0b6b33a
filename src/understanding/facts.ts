import type { FactValue, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Option, Question } from "../knowledge/schemas/dialog.ts";
import type { Asked } from "../rules/asked.ts";
import { NONE } from "../rules/facts.ts";
import type { Mentions } from "./entities.ts";
import { SHORT } from "./hearing.ts";
import { bare } from "./normalise.ts";
import { NUMERAL, parseNumeral } from "./numerals.ts";
import { onlySchool, status } from "./story.ts";
import { timesOf } from "./times.ts";

/** What a text means as the answer to one question of the interview, or undefined. */
export function answerTo(
  { question, none, denials }: Asked,
  text: string,
  found: Mentions,
  pack: Pack,
): FactValue | undefined {
  const plain = bare(text);
  const { vocabulary } = pack;
  if (isOneOf(plain, vocabulary.unknown)) return question.type === "target" ? undefined : null;
  if (isOneOf(plain, vocabulary.none) || isOneOf(plain, denials)) {
    if (question.type === "duration") return [0, 0];
    if (none !== undefined) return NONE;
  }
  return optionTold(question, none, plain) ?? valueTold(question, plain, found, pack);
}

/** What a whole message denies, whatever else was asked: 没有职称. What was told before stays. */
export function deniedBy(text: string, known: Facts, { interview }: Pack): Facts {
  const plain = bare(text);
  const of = interview.find(({ none, denials }) => none !== undefined && isOneOf(plain, denials));
  return of === undefined || of.id in known ? {} : { [of.id]: NONE };
}

function isOneOf(plain: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => bare(phrase) === plain);
}

function optionTold(
  { options }: Question,
  none: string | undefined,
  plain: string,
): string | undefined {
  if (none !== undefined && plain === bare(none)) return NONE;
  const means = ({ id, label, aliases }: Option): boolean =>
    [id, label, ...aliases].some((word) => bare(word.toLowerCase()) === plain);
  return options.find(means)?.id;
}

function valueTold(
  question: Question,
  plain: string,
  found: Mentions,
  pack: Pack,
): FactValue | undefined {
  const { names } = found;
  const short = plain.length <= SHORT;
  switch (question.type) {
    case "age":
      return found.age ? [found.age.from, found.age.to] : ageRangeOf(plain);
    case "duration":
      return durationTold(plain, found);
    case "school":
      return short ? onlySchool(found, pack)?.value : undefined;
    case "status":
      return short ? (status(found) ?? names.status[0]?.value) : undefined;
    case "major":
      return short ? found.either.major[0]?.value : undefined;
    case "occupation":
      return short ? found.either.occupation[0]?.value : undefined;
    case "certificate_level":
      return short ? names.level[0]?.value : undefined;
    default:
      return undefined;
  }
}

function ageRangeOf(plain: string): readonly number[] | undefined {
  const years = whole(plain);
  return years !== undefined && years > 0 && years <= 120 ? [years * 12, years * 12] : undefined;
}

/** One length of time; of several it is not ours to say which counts. */
function durationTold(plain: string, found: Mentions): FactValue | undefined {
  const [first, ...more] = timesOf(found);
  if (!first) return bareYears(plain);
  return more.length === 0 ? first.value : undefined;
}

/** "5" when years were asked. */
function bareYears(plain: string): readonly number[] | undefined {
  const years = whole(plain);
  return years !== undefined && years <= 80 ? [years * 12, years * 12] : undefined;
}

function whole(plain: string): number | undefined {
  return new RegExp(`^${NUMERAL}$`, "u").test(plain) ? parseNumeral(plain) : undefined;
}
