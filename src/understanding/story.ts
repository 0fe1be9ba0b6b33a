import type { FactValue, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Duration } from "./durations.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";

/** What stands right before a name and takes it back: 不是应届, 没有四级证, 没做过营销员. */
const NEGATED =
  /(?:不是|并非|非|不算|没有?|没(?:做|当|干|考|拿|上|读)过?|从没|从未)(?:任何|什么|过|做|当|考|拿)?$/u;
const OTHERS = /朋友|同学|同事|老公|老婆|爱人|孩子|儿子|女儿|弟弟|妹妹|哥哥|姐姐|亲戚|他|她/u;
const WORK = /做|干|当|从事|工作|经验|工龄|年限|上班|入行|搞/u;
const PAPER_WORD = /证|职称/u;
/** Only what is said to come after the paper counts from it. */
const AFTER_PAPER = /(?:拿证|取证|证书?|考到|拿到)[^，。,]{0,6}(?:以后|之后|后)[^，。,]{0,4}$/u;
const BEFORE = /前[^，。,]{0,6}$/u;
const GRADUATION = /毕业[了已经都有满]*$/u;
const GRADUATED = /毕业(?!班|季|生|于?[明后])/u;
/** A year of graduation may lie ahead, and what that means the notice does not say (A8). */
const YEAR_OF_GRADUATION =
  /(?:\d{2,4}年?|今年|明年|后年)(?:\d+月)?(?:才|要|会|就|份)?毕业|\d{2}届/u;
const NOT_YET = /(?:没|未|还没|快|即将|马上)(?:有)?毕业/u;
const PAPER = /^(?:的)?(?:技能等级)?(?:证|职业资格)/u;
const HAS = /(?:有|拿了?|考了?|取得了?|持|手里)[^，。,没]{0,8}$/u;

/**
 * The facts of the interview that a candidate's own words tell. What is denied, said of somebody
 * else, or said of two things of a kind is left out, and so it will be asked.
 */
export function findFacts(found: Mentions, pack: Pack, pending?: string): Facts {
  const facts: Record<string, FactValue> = {};
  const put = (path: string, value: FactValue | undefined): void => {
    const question = pack.interview.find(({ fact }) => fact === path);
    if (question && value !== undefined) facts[question.id] = value;
  };
  if (OTHERS.test(found.text) && found.text.includes("我")) return facts;
  put("age", found.age && [found.age.months, found.age.months]);
  const certificate = heldCertificate(found);
  const occupation = only(found, "occupation");
  put("certificates.0.level", certificate?.value);
  const ofPaper = certificate && occupation && isBeside(occupation, certificate);
  put(ofPaper ? "certificates.0.match" : "work.0.match", occupation?.value);
  const school = onlySchool(found, pack);
  put("diplomas.0.school", school?.value);
  if (school) {
    put("diplomas.0.status", status(found));
    put("diplomas.0.major", only(found, "major")?.value);
  } else if (found.names.school.length === 0) put("diplomas.0.major", only(found, "major")?.value);
  const duration = found.durations.length === 1 ? found.durations[0] : undefined;
  if (duration) put(durationPath(found, duration, pack, pending), rangeOf(duration));
  return facts;
}

/** `四级证`, `拿了四级`, `互联网营销师四级`: a level that is held, not one that is asked for or denied. */
export function heldCertificate({ text, names }: Mentions): Found<string> | undefined {
  return names.level.find(({ start, end }) => {
    const of = names.occupation.find((one) => one.end === start || one.start === end);
    const [from, to] = of ? [Math.min(start, of.start), Math.max(end, of.end)] : [start, end];
    const before = text.slice(0, from);
    if (NEGATED.test(before)) return false;
    if (PAPER.test(text.slice(to))) return HAS.test(before) || !/[考报领]$/u.test(before);
    return of !== undefined && HAS.test(before);
  });
}

export function rangeOf({ from, to }: Duration): readonly number[] {
  return to === Infinity ? [from] : [from, to];
}

/** Graduated, in the final year and so on, as far as the words leave no doubt. */
export function status(found: Mentions): string | undefined {
  const { text } = found;
  if (YEAR_OF_GRADUATION.test(text)) return undefined;
  const told = said(found, "status").filter(({ value }) => value !== "graduated");
  const values = new Set(told.map(({ value }) => value));
  if (values.size > 0) return values.size === 1 ? told[0]?.value : undefined;
  return GRADUATED.test(text) && !NOT_YET.test(text) ? "graduated" : undefined;
}

type Kind = "occupation" | "major" | "school" | "status";

function said({ text, names }: Mentions, kind: Kind): Found<string>[] {
  return names[kind].filter(({ start }) => !NEGATED.test(text.slice(0, start)));
}

/** The one name of a kind; of several, or beside one that was denied, none. */
function only(found: Mentions, kind: Kind): Found<string> | undefined {
  const all = said(found, kind);
  return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined;
}

/** Names that touch are one school, the higher of them: 技校高级工班. */
export function onlySchool(found: Mentions, { education }: Pack): Found<string> | undefined {
  const rank = (id: string): number => education.schools.find((one) => one.id === id)?.rank ?? 0;
  const apart = said(found, "school").reduce<Found<string>[]>((list, one) => {
    const before = list.at(-1);
    if (before?.end !== one.start) return [...list, one];
    return [...list.slice(0, -1), rank(one.value) > rank(before.value) ? one : before];
  }, []);
  return new Set(apart.map(({ value }) => value)).size === 1 ? apart[0] : undefined;
}

function isBeside(one: Found<string>, other: Found<string>): boolean {
  return Math.max(one.start, other.start) - Math.min(one.end, other.end) <= 2;
}

/** A message that says a length of time and at most this many other characters tells the years worked. */
const ALONE = 3;

function durationPath(
  found: Mentions,
  { start, end }: Duration,
  pack: Pack,
  pending: string | undefined,
): string {
  const { text, names } = found;
  const asked = pack.interview.find(({ id, type }) => id === pending && type === "duration");
  if (asked) return asked.fact;
  const before = text.slice(0, start);
  if (GRADUATION.test(before) || BEFORE.test(before)) return "";
  if (AFTER_PAPER.test(before)) return "certificates.0.months_after";
  if (PAPER_WORD.test(before) && !/[，。,]/u.test(before.slice(before.search(PAPER_WORD))))
    return "";
  if (new Set(names.occupation.map(({ value }) => value)).size > 1) return "";
  const alone = text.length - (end - start) <= ALONE;
  return alone || WORK.test(text) || names.occupation.length > 0 ? "work.0.months" : "";
}
