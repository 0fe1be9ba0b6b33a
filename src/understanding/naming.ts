import { isSentence, walkOver } from "./called.ts";
import { calledJobs, longerJobs } from "./called-jobs.ts";
import { calledMajors } from "./called-majors.ts";
import type { Found } from "./finder.ts";
import { type Stretch, overlaps, overlapsAny } from "./stretch.ts";

/** What a text names as majors and as jobs. */
export interface Named {
  readonly major: readonly Found<string>[];
  readonly occupation: readonly Found<string>[];
}

/** What else a text tells, that names of majors and jobs are apart from. */
export interface Around {
  readonly schools: readonly Found<string>[];
  readonly levels: readonly Found<string>[];
  /** A direction is neither studied nor a job by its own name. */
  readonly directions: readonly Found<string>[];
  /** All that belongs to no name: schools, levels, lengths of time. */
  readonly blocked: readonly Stretch[];
  /** Whether the notice lists an occupation of this name. */
  readonly isListed: (name: string) => boolean;
}

/** Words that call something a major or a job, tested before anything is walked over. */
const CALLS =
  /[学读念系做干搞当开跑送卖教修种养是算]|专业|毕业|从事|岗位|职位|职务|职业|工种|头衔|属于/u;
const STUDIED = /^(?:专业|毕业|系|应届|学的|的文凭|生)/u;
const WORKED = /(?:做过?|干过?|当过?|从事|是个|我是|一直|职业|岗位|工作|担任|搞)[了的在]?$/u;
/** 23级新媒体: the year in which somebody began to study it. */
const OF_CLASS = /(?<!\d)\d{2}级的?$/u;
/** So many names are a list that was pasted, not what somebody tells. */
const MOST_NAMES = 60;
/** Characters before a name that say how it is meant. */
const NEAR = 4;
/**
 * Which of the names found are majors and which are jobs: by the words that call them so, then by what stands
 * around a word that is both. A name that is called so and holds a listed one is another name, and kept as said.
 */
export function settleNames(text: string, listed: Named, around: Around): Named {
  const { schools, levels, directions, blocked, isListed } = around;
  if (listed.major.length + listed.occupation.length > MOST_NAMES) return listed;
  const names = compounds(text, withoutInner(listed), isListed);
  if (!CALLS.test(text) && names.occupation.length + levels.length + schools.length === 0)
    return apart(text, names, schools);
  const walk = walkOver(text, blocked);
  const isName = (one: Stretch): boolean =>
    !directions.some(({ start, end }) => start === one.start && end === one.end);
  const major = calledMajors(walk, names.major, schools).filter(isName);
  const called = calledJobs(walk, names.occupation, { levels, schools, majors: names.major });
  const longer = longerJobs(walk, names.occupation, isListed, [...names.major, ...major]);
  const occupation = [...called.filter(isName), ...longer];
  if (major.length + occupation.length === 0) return apart(text, names, schools);
  const majors = merge(text, names.major, major);
  const jobs = merge(text, names.occupation, occupation);
  const settled = {
    major: majors.names.filter(
      (one) => majors.called.has(one) || !overlapsAny(one, [...jobs.called]),
    ),
    occupation: jobs.names.filter(
      (one) => jobs.called.has(one) || !overlapsAny(one, [...majors.called]),
    ),
  };
  const [sure, open] = [[...majors.called, ...jobs.called], apart(text, settled, schools)];
  const keep = (kind: keyof Named): Found<string>[] =>
    settled[kind].filter((one) => sure.includes(one) || open[kind].includes(one));
  return { major: keep("major"), occupation: keep("occupation") };
}

/** A major inside the name of a job is no major, nor the other way round: 广告设计师, 播音主持. */
function withoutInner({ major, occupation }: Named): Named {
  if (major.length === 0 || occupation.length === 0) return { major, occupation };
  const inner = (one: Stretch, others: readonly Stretch[]): boolean =>
    others.some(
      ({ start, end }) => start <= one.start && one.end <= end && one.end - one.start < end - start,
    );
  return {
    major: major.filter((one) => !inner(one, occupation)),
    occupation: occupation.filter((one) => !inner(one, major)),
  };
}

/** Two majors that touch are one of a longer name, 大数据会计, and so are two jobs that the notice does not list. */
function compounds(
  text: string,
  { major, occupation }: Named,
  isListed: Around["isListed"],
): Named {
  return {
    major: joined(text, major, () => true),
    occupation: joined(text, occupation, ({ value }) => !isListed(value)),
  };
}

function joined(
  text: string,
  names: readonly Found<string>[],
  joins: (name: Found<string>) => boolean,
): readonly Found<string>[] {
  if (!names.some(({ start }, at) => names[at - 1]?.end === start)) return names;
  return names.reduce<Found<string>[]>((list, one) => {
    const before = list.at(-1);
    return before?.end === one.start && joins(before) && joins(one)
      ? [...list.slice(0, -1), asSaid(text, { start: before.start, end: one.end })]
      : [...list, one];
  }, []);
}

function asSaid(text: string, { start, end }: Stretch): Found<string> {
  const value = text.slice(start, end);
  return { value, alias: value, start, end };
}

interface Merged {
  readonly names: readonly Found<string>[];
  /** Those of the names that words call so. */
  readonly called: ReadonlySet<Found<string>>;
}

/** Names of the list and names that are called so: of two that overlap the longer, as it was said. */
function merge(text: string, listed: readonly Found<string>[], called: readonly Stretch[]): Merged {
  let names = [...listed];
  const sure = new Set<Found<string>>();
  for (const one of called) {
    const inside = names.filter((name) => overlaps(name, one));
    const whole = inside.find(({ start, end }) => start <= one.start && end >= one.end);
    if (whole) {
      sure.add(whole);
      continue;
    }
    if (inside.length > 1 && lengthOf(inside) === one.end - one.start) {
      for (const name of inside) sure.add(name);
      continue;
    }
    const [first, last] = [inside[0], inside.at(-1)];
    if ((first && first.start < one.start) || (last && last.end > one.end)) continue;
    const stretch =
      first && isSentence(text.slice(one.start, first.start))
        ? { ...one, start: first.start }
        : one;
    const same = inside.find(({ start, end }) => start === stretch.start && end === stretch.end);
    const name = same ?? asSaid(text, stretch);
    names = [...names.filter((other) => !inside.includes(other)), name];
    sure.add(name);
  }
  return { names: names.toSorted((a, b) => a.start - b.start), called: sure };
}

function lengthOf(names: readonly Stretch[]): number {
  return names.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** 电商, 平面设计 and many others are a major and a job: what stands around the word decides. */
function apart(text: string, found: Named, schools: readonly Found<string>[]): Named {
  const rivalOf = (one: Stretch, others: readonly Found<string>[]): Found<string> | undefined =>
    others.find((other) => overlaps(one, other));
  const both = found.major.some((one) => rivalOf(one, found.occupation));
  if (!both) return found;
  const asMajor = ({ start, end }: Stretch): boolean => {
    if (STUDIED.test(text.slice(end, end + NEAR))) return true;
    if (OF_CLASS.test(text.slice(Math.max(0, start - NEAR), start))) return true;
    if (WORKED.test(text.slice(Math.max(0, start - NEAR), start))) return false;
    return (
      schools.some((school) => school.end <= start || school.start === end) ||
      /专业|学的/u.test(text)
    );
  };
  const longer = (one: Stretch, other: Stretch): boolean =>
    one.end - one.start > other.end - other.start;
  return {
    major: found.major.filter((one) => {
      const rival = rivalOf(one, found.occupation);
      return !rival || longer(one, rival) || (asMajor(one) && !longer(rival, one));
    }),
    occupation: found.occupation.filter((one) => {
      const rival = rivalOf(one, found.major);
      return !rival || longer(one, rival) || (!asMajor(one) && !longer(rival, one));
    }),
  };
}
