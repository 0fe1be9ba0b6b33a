import type { FactValue, Facts } from "../../machines/words.ts";
import { factId } from "../fact-ids.ts";
import type { Pack } from "../knowledge/pack.ts";
import { askedFor, listOf } from "../rules/asked.ts";
import { MOST_THINGS, NONE } from "../rules/facts.ts";
import type { Duration } from "./durations.ts";
import { NUMERAL } from "./numerals.ts";
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
/** One more thing beside those told. */
const MORE = /还|另外|除此|再加/u;
/** Where what is said of one thing ends. */
const MARK = /[，,。；;、]|又|后来|然后|之后|现在|再/gu;
/** 在校实习: told of the work, not of the school. */
const AT_WORK = /^(?:的?时候?)?(?:实习|兼职)/u;
const HAS = /(?:有|拿了?|考了?|取得了?|持|手里)[^，。,没]{0,8}$/u;

/** What was said already, and what was asked. */
export interface Before {
  readonly pending?: string | undefined;
  readonly facts: Facts;
}

/** One thing told: the attributes of the list that it belongs to. */
type Thing = Readonly<Record<string, FactValue | undefined>>;
type List = "diplomas" | "work" | "certificates";

/**
 * The facts of the interview that a candidate's own words tell: several jobs, diplomas or certificates
 * too where each has its own details. What is denied, said of somebody else, or cannot be told apart is
 * left out, and so it will be asked.
 */
export function findFacts(found: Mentions, pack: Pack, before: Before): Facts {
  const facts: Record<string, FactValue> = {};
  if (OTHERS.test(found.text) && found.text.includes("我")) return facts;
  const age = pack.interview.find(({ fact }) => fact === "age");
  if (age && found.age) facts[age.id] = [found.age.months, found.age.months];
  const held = heldCertificates(found);
  const things: Record<List, Thing[]> = {
    certificates: held.map(({ level, match }) => ({ level, match })),
    work: jobs(found, held, pack),
    diplomas: diplomas(found, pack),
  };
  placeDuration(found, pack, before, things);
  for (const list of Object.keys(things) as List[])
    things[list].forEach((thing, index) => {
      const place = firstPlace(list, thing, found, pack, before) + index;
      for (const question of pack.interview.filter((one) => listOf(one) === list)) {
        const value = thing[question.fact.slice(list.length + 1)];
        if (value !== undefined && place < MOST_THINGS) facts[factId(question.id, place)] = value;
      }
    });
  return facts;
}

/**
 * What is told is the thing that was asked about; with "还", or where it is another job or certificate
 * than those told, one more; else the first, told or told anew.
 */
function firstPlace(
  list: List,
  thing: Thing,
  { text }: Mentions,
  { interview }: Pack,
  before: Before,
): number {
  const asked = before.pending === undefined ? undefined : askedFor(interview, before.pending);
  if (asked && listOf(asked.question) === list) return asked.place;
  const head = interview.find((question) => listOf(question) === list);
  const known = Array.from({ length: MOST_THINGS }, (_, place) =>
    head ? before.facts[factId(head.id, place)] : undefined,
  ).filter((value) => value !== undefined && value !== NONE);
  if (known.length === 0) return 0;
  const named = head && thing[head.fact.slice(list.length + 1)];
  const another = list !== "diplomas" && named !== undefined && !known.includes(named);
  return another || MORE.test(text) ? known.length : 0;
}

/** Every job that has its own length of time; else the one job named. */
function jobs(found: Mentions, held: readonly Held[], pack: Pack): Thing[] {
  const named = [...said(found, "occupation"), ...workedIn(found)]
    .filter((one) => !held.some(({ of }) => of?.start === one.start))
    .map((one) => ({ ...one, value: asDoubtful(one, found, pack) }))
    .toSorted((a, b) => a.start - b.start);
  const [single, ...more] = [...new Set(named.map(({ value }) => value))];
  if (single === undefined) return [];
  if (more.length === 0) return [{ match: single }];
  const times = timesOf(found);
  const pairs = named.map((one) => ({ one, time: nearest(one, times) }));
  const each = new Set(pairs.map(({ time }) => time?.start));
  if (each.has(undefined) || each.size < pairs.length) return [];
  return pairs.map(({ one, time }) => ({ match: one.value, months: time?.value }));
}

/** 做了两年直播: a direction that was worked in, in the candidate's words, as nobody can say which job it was. */
const WORKED = new RegExp(`(?:做|干|搞|从事)[了过]?(?:${NUMERAL}(?:年半?|个月)多?的?)?$`, "u");

function workedIn({ text, names, either }: Mentions): Found<string>[] {
  const inJob = (one: Found<string>): boolean =>
    either.occupation.some((job) => one.start < job.end && job.start < one.end);
  return names.direction
    .filter((one) => WORKED.test(text.slice(0, one.start)) && !inJob(one))
    .map((one) => ({ ...one, value: text.slice(one.start, one.end) }));
}

/** A job of which the notice does not say whether it counts keeps the word that says so: 直播运营（实习）. */
function asDoubtful(
  { value, start, end }: Found<string>,
  { text }: Mentions,
  { vocabulary }: Pack,
): string {
  const clause = text.slice(0, start).split(MARK).at(-1) ?? "";
  const around = `${clause}${text.slice(end, end + 2)}`;
  const word = vocabulary.doubtful_work.find((one) => around.includes(one));
  return word === undefined ? value : `${value}（${word}）`;
}

/** Every diploma that has its own major or status, the highest first; else the one school named. */
function diplomas(found: Mentions, pack: Pack): Thing[] {
  const rank = (id: string): number =>
    pack.education.schools.find((one) => one.id === id)?.rank ?? 0;
  const schools = schoolsApart(found, pack);
  const major = only(found, "major")?.value;
  if (schools.length === 0)
    return found.names.school.length === 0 && major !== undefined ? [{ major }] : [];
  if (new Set(schools.map(({ value }) => value)).size === 1)
    return denied(found, "school")
      ? []
      : [{ school: schools[0]?.value, status: status(found), major }];
  const parts = schools.map((school, index) => {
    const part = within(
      found,
      borderBefore(found, schools, index),
      borderBefore(found, schools, index + 1),
    );
    return { school: school.value, status: status(part), major: only(part, "major")?.value };
  });
  const told = parts.every((one) => one.major !== undefined || one.status !== undefined);
  return told ? parts.toSorted((a, b) => rank(b.school) - rank(a.school)) : [];
}

/** Where what is said of one school ends and of the next begins: at the last mark between them. */
function borderBefore(
  { text }: Mentions,
  schools: readonly Found<string>[],
  index: number,
): number {
  const [before, next] = [schools[index - 1], schools[index]];
  if (!next) return text.length;
  if (!before) return 0;
  const between = text.slice(before.end, next.start);
  const mark = Math.max(...[...between.matchAll(MARK)].map(({ index: at }) => at), -1);
  return mark < 0 ? next.start : before.end + mark;
}

/** What was found in a part of the text. */
function within(found: Mentions, from: number, to: number): Mentions {
  const inside = <T extends { start: number; end: number }>(list: readonly T[]): T[] =>
    list
      .filter(({ start, end }) => start >= from && end <= to)
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from }));
  const names = Object.fromEntries(
    Object.entries(found.names).map(([key, list]) => [key, inside(list)]),
  ) as unknown as Mentions["names"];
  return { ...found, text: found.text.slice(from, to), names };
}

interface Time {
  readonly value: FactValue;
  readonly start: number;
  readonly end: number;
}

function timesOf({ durations, periods }: Mentions): Time[] {
  return [
    ...durations.map((one) => ({ value: rangeOf(one), start: one.start, end: one.end })),
    ...periods,
  ];
}

/** Characters that a length of time may stand away from its job. */
const NEAR = 6;

function nearest(one: Found<string>, times: readonly Time[]): Time | undefined {
  const away = (time: Time): number =>
    Math.max(one.start, time.start) - Math.min(one.end, time.end);
  return times.filter((time) => away(time) <= NEAR).toSorted((a, b) => away(a) - away(b))[0];
}

/** The one length of time of a message goes to what it is said of. */
function placeDuration(
  found: Mentions,
  pack: Pack,
  before: Before,
  things: Record<List, Thing[]>,
): void {
  const [time, ...more] = timesOf(found);
  if (!time || more.length > 0 || things.work.some(({ months }) => months !== undefined)) return;
  const [list, attribute] = durationPath(found, time, pack, before.pending).split(".");
  if (list === undefined || attribute === undefined || !(list in things)) return;
  const [first = {}] = things[list as List];
  things[list as List].splice(0, 1, { ...first, [attribute]: time.value });
}

interface Held {
  readonly level: string;
  readonly match?: string | undefined;
  readonly of?: Found<string>;
}

/** Every certificate that is held, with the occupation beside it; several only where each names its own. */
function heldCertificates(found: Mentions): Held[] {
  const one = heldCertificate(found);
  if (!one) return [];
  const levels = found.names.level.filter((level) => isHeld(found, level));
  const held = levels.map((level) => {
    const of = said(found, "occupation").find((name) => isBeside(name, level));
    return { level: level.value, match: of?.value, ...(of && { of }) };
  });
  const apart = held.length > 1 && held.every(({ match }) => match !== undefined);
  return apart ? held : held.filter(({ level }) => level === one.value).slice(0, 1);
}

/** `四级证`, `拿了四级`, `互联网营销师四级`: a level that is held, not one that is asked for or denied. */
export function heldCertificate(found: Mentions): Found<string> | undefined {
  return found.names.level.find((level) => isHeld(found, level));
}

function isHeld({ text, names }: Mentions, { start, end }: Found<string>): boolean {
  const of = names.occupation.find((one) => one.end === start || one.start === end);
  const [from, to] = of ? [Math.min(start, of.start), Math.max(end, of.end)] : [start, end];
  const before = text.slice(0, from);
  if (NEGATED.test(before)) return false;
  if (PAPER.test(text.slice(to))) return HAS.test(before) || !/[考报领]$/u.test(before);
  return of !== undefined && HAS.test(before);
}

export function rangeOf({ from, to }: Duration): readonly number[] {
  return to === Infinity ? [from] : [from, to];
}

/** Graduated, in the final year and so on, as far as the words leave no doubt. */
export function status(found: Mentions): string | undefined {
  const { text } = found;
  if (YEAR_OF_GRADUATION.test(text)) return undefined;
  const told = said(found, "status").filter(
    ({ value, end }) => value !== "graduated" && !AT_WORK.test(text.slice(end)),
  );
  const values = new Set(told.map(({ value }) => value));
  if (values.size > 0) return values.size === 1 ? told[0]?.value : undefined;
  return GRADUATED.test(text) && !NOT_YET.test(text) ? "graduated" : undefined;
}

type Kind = "occupation" | "major" | "school" | "status";

function said({ text, names }: Mentions, kind: Kind): Found<string>[] {
  return names[kind].filter(({ start }) => !NEGATED.test(text.slice(0, start)));
}

function denied(found: Mentions, kind: Kind): boolean {
  return only(found, kind) === undefined;
}

/** The one name of a kind; of several none. */
function only(found: Mentions, kind: Kind): Found<string> | undefined {
  const all = said(found, kind);
  return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined;
}

/** Names that touch are one school, the higher of them: 技校高级工班. */
function schoolsApart(found: Mentions, { education }: Pack): Found<string>[] {
  const rank = (id: string): number => education.schools.find((one) => one.id === id)?.rank ?? 0;
  return said(found, "school").reduce<Found<string>[]>((list, one) => {
    const before = list.at(-1);
    if (before?.end !== one.start) return [...list, one];
    const higher = rank(one.value) > rank(before.value) ? one : before;
    return [...list.slice(0, -1), { ...higher, start: before.start, end: one.end }];
  }, []);
}

export function onlySchool(found: Mentions, pack: Pack): Found<string> | undefined {
  const apart = schoolsApart(found, pack);
  return new Set(apart.map(({ value }) => value)).size === 1 ? apart[0] : undefined;
}

function isBeside(one: Found<string>, other: Found<string>): boolean {
  return Math.max(one.start, other.start) - Math.min(one.end, other.end) <= 2;
}

/** A message that says a length of time and at most this many other characters tells the years worked. */
const ALONE = 3;

function durationPath(
  found: Mentions,
  { start, end }: Time,
  pack: Pack,
  pending: string | undefined,
): string {
  const { text, names } = found;
  const asked = pending === undefined ? undefined : askedFor(pack.interview, pending);
  if (asked?.question.type === "duration") return asked.question.fact;
  const before = text.slice(0, start);
  if (GRADUATION.test(before) || BEFORE.test(before)) return "";
  if (AFTER_PAPER.test(before)) return "certificates.months_after";
  if (PAPER_WORD.test(before) && !/[，。,]/u.test(before.slice(before.search(PAPER_WORD))))
    return "";
  if (new Set(names.occupation.map(({ value }) => value)).size > 1) return "";
  const alone = text.length - (end - start) <= ALONE;
  return alone || WORK.test(text) || names.occupation.length > 0 ? "work.months" : "";
}
