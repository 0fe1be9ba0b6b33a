import type { Pack } from "../../knowledge/pack.ts";
import type { Mentions } from "../entities.ts";
import type { Found } from "../finder.ts";
import { NUMERAL } from "../numerals.ts";
import type { Held } from "./certificates.ts";
import { MARK, said } from "./said.ts";
import type { Thing } from "./thing.ts";
import { nearest, timesOf } from "./times.ts";

/** Every job that has its own length of time; else the one job named. */
export function jobs(found: Mentions, held: readonly Held[], pack: Pack): Thing[] {
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
