import type { FactValue, Facts } from "../../machines/words.ts";
import { factId } from "../fact-ids.ts";
import type { Pack } from "../knowledge/pack.ts";
import { askedFor, listOf } from "../rules/asked.ts";
import { MOST_THINGS, NONE } from "../rules/facts.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { heldCertificates } from "./held.ts";
import { jobsOf, namedJobs } from "./jobs.ts";
import { only, said } from "./said.ts";
import { type Time, timesOf } from "./times.ts";

const OTHERS = /朋友|同学|同事|老公|老婆|爱人|孩子|儿子|女儿|弟弟|妹妹|哥哥|姐姐|亲戚|他|她/u;
const WORK = /做|干|当|从事|工作|经验|工龄|年限|上班|入行|搞/u;
const PAPER_WORD = /证|职称/u;
/** Only what is said to come after the paper counts from it. */
const AFTER_PAPER = /(?:拿证|取证|证书?|考到|拿到)[^，。,]{0,6}(?:以后|之后|后)[^，。,]{0,4}$/u;
const BEFORE = /前[^，。,]{0,6}$/u;
const GRADUATION = /毕业[了已经都有满]*$/u;
const GRADUATED = /毕业(?!班|季|生|于?[明后])|毕业以?后(?:就|一直|都)?(?:做|干|当|从事|工作|上班)/u;
/** A year of graduation may lie ahead, and what that means the notice does not say (A8). */
const YEAR_OF_GRADUATION =
  /(?:\d{2,4}年?|今年|明年|后年|年底|下半年|下学期)(?:\d+月)?(?:才|要|会|就|份)?毕业|\d月份?(?:才|要|会|就)?毕业|\d{2}届/u;
/** 在读应届 is one state: that somebody is at school says least of the year. */
const AT_SCHOOL = /^还?在[读校]$/u;
const NOT_YET = /(?:没|未|还没|快|即将|马上)(?:有)?毕业/u;
/** 在校实习: told of the work, not of the school. */
const AT_WORK = /^(?:的?时候?)?(?:实习|兼职)/u;
/** One more thing beside those told. */
const MORE = /还|另外|除此|再加/u;
/** Where what is said of one thing ends. */
const MARK = /[，,。；;、]|又|后来|然后|之后|现在|再/gu;

/** What was said already, and what was asked. */
export interface Before {
  readonly pending?: string | undefined;
  readonly facts: Facts;
  /** What is told takes the place of what was told before. */
  readonly corrects?: boolean;
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
  if (age && found.age) facts[age.id] = [found.age.from, found.age.to];
  const held = heldCertificates(found);
  const named = namedJobs(found, held, pack);
  const things: Record<List, Thing[]> = {
    certificates: held.map(({ level, match }) => ({ level, match })),
    work: jobsOf(named, found),
    diplomas: diplomas(found, pack),
  };
  placeDuration(found, pack, before, things, new Set(named.map(({ value }) => value)).size);
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
  if (before.corrects) return known.length - 1;
  const named = head && thing[head.fact.slice(list.length + 1)];
  const unnamed = list === "work" && named === undefined && known.length > 1;
  if (unnamed && !MORE.test(text)) return MOST_THINGS; // of which job that is, nobody said
  const another = list !== "diplomas" && named !== undefined && !known.includes(named);
  return another || MORE.test(text) ? known.length : 0;
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
    return only(found, "school") === undefined
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

/** The one length of time of a message goes to what it is said of. */
function placeDuration(
  found: Mentions,
  pack: Pack,
  before: Before,
  things: Record<List, Thing[]>,
  jobs: number,
): void {
  const [time, ...more] = timesOf(found);
  if (!time || more.length > 0 || things.work.some(({ months }) => months !== undefined)) return;
  const [list, attribute] = durationPath(found, time, pack, before, jobs).split(".");
  if (list === undefined || attribute === undefined || !(list in things)) return;
  const [first = {}] = things[list as List];
  things[list as List].splice(0, 1, { ...first, [attribute]: time.value });
}

/** Graduated, in the final year and so on, as far as the words leave no doubt. */
export function status(found: Mentions): string | undefined {
  const { text } = found;
  if (YEAR_OF_GRADUATION.test(text)) return undefined;
  const told = said(found, "status").filter(
    ({ value, end }) => value !== "graduated" && !AT_WORK.test(text.slice(end)),
  );
  const values = new Set(told.map(({ value }) => value));
  if (values.size > 1 && told.some(({ alias }) => AT_SCHOOL.test(alias)))
    for (const { alias, value } of told) if (AT_SCHOOL.test(alias)) values.delete(value);
  if (values.size > 0) return values.size === 1 ? [...values][0] : undefined;
  return GRADUATED.test(text) && !NOT_YET.test(text) ? "graduated" : undefined;
}

/** Names that touch are one school, the higher of them: 技校高级工班. */
function schoolsApart(found: Mentions, { education }: Pack): Found<string>[] {
  const rank = (id: string): number => education.schools.find((one) => one.id === id)?.rank ?? 0;
  if (found.names.school.length === 0) return [];
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

/** A message that says a length of time and at most this many other characters tells the years worked. */
const ALONE = 3;

function durationPath(
  found: Mentions,
  { start, end }: Time,
  pack: Pack,
  { pending, corrects = false }: Before,
  jobs: number,
): string {
  const { text } = found;
  const asked = pending === undefined ? undefined : askedFor(pack.interview, pending);
  if (asked?.question.type === "duration") return asked.question.fact;
  const before = text.slice(0, start);
  if (GRADUATION.test(before) || BEFORE.test(before)) return "";
  if (AFTER_PAPER.test(before)) return "certificates.months_after";
  if (PAPER_WORD.test(before) && !/[，。,]/u.test(before.slice(before.search(PAPER_WORD))))
    return "";
  if (jobs > 1) return "";
  const alone = corrects || text.length - (end - start) <= ALONE;
  return alone || WORK.test(text) || jobs > 0 ? "work.months" : "";
}
