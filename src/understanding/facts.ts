import type { FactValue, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Option, Question } from "../knowledge/schemas/dialog.ts";
import { NONE } from "../rules/from-facts.ts";
import type { Duration } from "./durations.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { bare } from "./normalise.ts";
import { NUMERAL, parseNumeral } from "./numerals.ts";

const WORK = /(?:做|干|当|从事|工作|经验|工龄|年限|上班|入行|搞)/u;
const AFTER_PAPER =
  /(?:拿证|取证|拿到证|考到证|有证|证书?)[^，。,]{0,4}(?:后|以后|之后|满|都|已经)?$/u;
const GRADUATED = /毕业(?:了|已经|都|有|满)*$/u;
const GRADUATED_ANYWHERE = /毕业(?!班|季|生)/u;
const NOT_YET = /(?:没|未|还没|快|即将|马上|明年|今年)(?:有)?毕业/u;
const PAPER = /^(?:的)?(?:技能等级)?(?:证|职业资格)/u;
const HAS = /(?:有|拿了?|考了?|取得了?|持|手里)[^，。,]{0,8}$/u;

/** The facts of the interview that a free text tells; what is doubtful is left out and asked. */
export function findFacts(found: Mentions, pack: Pack, pending?: string): Facts {
  const facts: Record<string, FactValue> = {};
  const put = (path: string, value: FactValue | undefined): void => {
    const question = pack.interview.find(({ fact }) => fact === path);
    if (question && value !== undefined) facts[question.id] = value;
  };
  put("age", found.age && ageRange(found.age.months));
  const certificate = heldCertificate(found);
  put("certificates.0.level", certificate?.value);
  const occupation = found.names.occupation[0];
  const ofCertificate =
    certificate &&
    occupation &&
    (occupation.end === certificate.start ||
      occupation.start === certificate.end ||
      (occupation.end <= certificate.start && certificate.start - occupation.end <= 2));
  put(ofCertificate ? "certificates.0.match" : "work.0.match", occupation?.value);
  const school = highestSchool(found, pack);
  put("diplomas.0.school", school?.value);
  if (school) put("diplomas.0.status", status(found));
  put("diplomas.0.major", found.names.major[0]?.value);
  for (const duration of found.durations)
    put(durationPath(found, duration, pack, pending), rangeOf(duration));
  return facts;
}

/** The highest of the schools named, and of equals the first. */
function highestSchool({ names }: Mentions, { education }: Pack): Found<string> | undefined {
  const rank = (id: string): number => education.schools.find((one) => one.id === id)?.rank ?? 0;
  return names.school.toSorted((a, b) => rank(b.value) - rank(a.value))[0];
}

/** `四级证`, `拿了四级`, `互联网营销师四级`: a level that is held, not one that is asked for. */
export function heldCertificate({ text, names }: Mentions): Found<string> | undefined {
  return names.level.find(({ start, end }) => {
    const of = names.occupation.find((one) => one.end === start || one.start === end);
    const [from, to] = of ? [Math.min(start, of.start), Math.max(end, of.end)] : [start, end];
    const [before, has] = [text.slice(0, from), HAS.test(text.slice(0, from))];
    return PAPER.test(text.slice(to)) ? has || !/[考报领]$/u.test(before) : of !== undefined && has;
  });
}

function status({ text, names }: Mentions): string | undefined {
  if (NOT_YET.test(text)) return names.status.find(({ value }) => value !== "graduated")?.value;
  const told = names.status.find(({ value }) => value !== "graduated")?.value;
  return told ?? (GRADUATED_ANYWHERE.test(text) ? "graduated" : undefined);
}

/** A message that says a length of time and at most this many other characters tells the years worked. */
const ALONE = 3;

function durationPath(
  { text, names }: Mentions,
  { start, end }: Duration,
  pack: Pack,
  pending: string | undefined,
): string {
  const asked = pack.interview.find(({ id, type }) => id === pending && type === "duration");
  if (asked) return asked.fact;
  const before = text.slice(0, start);
  if (GRADUATED.test(before)) return "";
  if (AFTER_PAPER.test(before)) return "certificates.0.months_after";
  const alone = text.length - (end - start) <= ALONE;
  return alone || WORK.test(text) || names.occupation.length > 0 ? "work.0.months" : "";
}

function rangeOf({ from, to }: Duration): readonly number[] {
  return to === Infinity ? [from] : [from, to];
}

function ageRange(months: number): readonly number[] {
  return [months, months];
}

/** What a text means as the answer to one question of the interview, or undefined. */
export function answerTo(
  question: Question,
  text: string,
  found: Mentions,
  pack: Pack,
): FactValue | undefined {
  const plain = bare(text);
  const { vocabulary } = pack;
  if (vocabulary.unknown.some((phrase) => bare(phrase) === plain))
    return question.type === "target" ? undefined : null;
  if (vocabulary.none.some((phrase) => bare(phrase) === plain)) {
    if (question.type === "duration") return [0, 0];
    if (question.none !== undefined) return NONE;
  }
  return optionTold(question, plain) ?? valueTold(question, plain, found, pack);
}

function optionTold({ options, none }: Question, plain: string): string | undefined {
  if (none !== undefined && plain === bare(none)) return NONE;
  const means = ({ id, label, aliases }: Option): boolean =>
    [id, label, ...aliases].some((word) => bare(word.toLowerCase()) === plain);
  return options.find(means)?.id;
}

/** The longest text that still is an answer and not a question of its own. */
const SHORT = 14;

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
      return found.age ? ageRange(found.age.months) : ageRangeOf(plain);
    case "duration":
      return found.durations[0] ? rangeOf(found.durations[0]) : bareYears(plain);
    case "school":
      return short ? highestSchool(found, pack)?.value : undefined;
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
  return years !== undefined && years > 0 && years <= 120 ? ageRange(years * 12) : undefined;
}

/** "5" when years were asked. */
function bareYears(plain: string): readonly number[] | undefined {
  const years = whole(plain);
  return years !== undefined && years <= 80 ? [years * 12, years * 12] : undefined;
}

function whole(plain: string): number | undefined {
  return new RegExp(`^${NUMERAL}$`, "u").test(plain) ? parseNumeral(plain) : undefined;
}
