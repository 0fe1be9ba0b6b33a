import type { FactValue } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import type { Held } from "./held.ts";
import { said } from "./said.ts";
import { nearest, timesOf } from "./times.ts";

/** The jobs named, each once as it stands in the text; an occupation that a certificate is held in is none. */
export function namedJobs(
  found: Mentions,
  held: readonly Held[],
  pack: Pack,
): readonly Found<string>[] {
  const names = said(found, "occupation");
  return doubtfulAsOne(
    names.filter((one) => !held.some(({ of }) => of?.start === one.start)),
    found,
    pack,
  );
}

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

/** Between two names of one job: 网络编辑岗位实习. */
const SAME_JOB = /^(?:的|岗位?|岗位的|工作)?$/u;

/** Of two names of one job the one that leaves a doubt counts: an internship as an editor is one. */
function doubtfulAsOne(
  names: readonly Found<string>[],
  { text }: Mentions,
  { occupations }: Pack,
): Found<string>[] {
  const doubtful = new Set(occupations.unclear.flatMap(({ name, aliases }) => [name, ...aliases]));
  return names.reduce<Found<string>[]>((list, one) => {
    const before = list.at(-1);
    if (!before || !SAME_JOB.test(text.slice(before.end, one.start))) return [...list, one];
    const doubt = [one, before].find(({ value }) => doubtful.has(value));
    if (!doubt) return [...list, one];
    return [...list.slice(0, -1), { ...doubt, start: before.start, end: one.end }];
  }, []);
}
