import type { FactValue } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import type { Held } from "./held.ts";
import { NUMERAL } from "./numerals.ts";
import { said } from "./said.ts";
import { nearest, timesOf } from "./times.ts";

/**
 * The jobs named, each once as it stands in the text, 做了两年直播 among them; an occupation that a
 * certificate is held in is none.
 */
export function namedJobs(
  found: Mentions,
  held: readonly Held[],
  pack: Pack,
): readonly Found<string>[] {
  const named = [...said(found, "occupation"), ...workedIn(found)]
    .filter((one) => !held.some(({ of }) => of?.start === one.start))
    .toSorted((a, b) => a.start - b.start);
  if (named.length === 0) return [];
  const clause = ({ start }: Found<string>): number => clauseOf(found.text, start);
  const doubt = ({ start, end }: Found<string>): string | undefined =>
    pack.vocabulary.doubtful_work.find((word) => found.text.slice(start, end).includes(word));
  const plain = named.filter((one) => doubt(one) === undefined);
  const alone = named.filter(
    (one) => doubt(one) !== undefined && !plain.some((job) => clause(job) === clause(one)),
  );
  return [...plain.map((job) => asDoubtful(job, found.text, pack)), ...alone];
}

/** A direction that was worked in, in the candidate's words, as nobody can say which job it was. */
const WORKED = new RegExp(`(?:做|干|搞|从事)[了过]?(?:${NUMERAL}(?:年半?|个月)多?的?)?$`, "u");

export function workedIn({ text, names, either }: Mentions): Found<string>[] {
  const inJob = (one: Found<string>): boolean =>
    either.occupation.some((job) => one.start < job.end && job.start < one.end);
  return names.direction
    .filter((one) => WORKED.test(text.slice(0, one.start)) && !inJob(one))
    .map((one) => ({ ...one, value: text.slice(one.start, one.end) }));
}

/** A job of which the notice does not say whether it counts keeps the word that says so: 直播运营（实习）. */
function asDoubtful(job: Found<string>, text: string, { vocabulary }: Pack): Found<string> {
  const from = clauseOf(text, job.start);
  const rest = text.slice(job.end).search(MARK);
  const clause = text.slice(from, rest < 0 ? text.length : job.end + rest);
  const word = vocabulary.doubtful_work.find((one) => clause.includes(one));
  return word === undefined ? job : { ...job, value: `${job.value}（${word}）` };
}

/** Where the clause begins that a place of the text stands in. */
function clauseOf(text: string, place: number): number {
  return Math.max(...[...text.slice(0, place).matchAll(MARKS)].map(({ index }) => index + 1), 0);
}

/** Where what is said of one job ends. */
const MARK = /[，,。；;、]|后来|然后|之后|现在|毕业后/u;
const MARKS = new RegExp(MARK, "gu");

type Job = Readonly<Record<"match" | "months", FactValue | undefined>>;

/** Every job that has its own length of time; else the one job named. */
export function jobsOf(named: readonly Found<string>[], found: Mentions): Job[] {
  const values = new Set(named.map(({ value }) => value));
  if (values.size === 0) return [];
  if (values.size === 1) return [{ match: named[0]?.value, months: undefined }];
  const times = timesOf(found);
  const pairs = named.map((one) => ({ one, time: nearest(one, times, found.text) }));
  const each = new Set(pairs.map(({ time }) => time?.start));
  if (each.has(undefined) || each.size < pairs.length) return [];
  return pairs.map(({ one, time }) => ({ match: one.value, months: time?.value }));
}
