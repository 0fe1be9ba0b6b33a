import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { heldSurely } from "./held.ts";
import { workedIn } from "./jobs.ts";
import { isDenied } from "./said.ts";

/** The names that a notice lists. */
export interface Listed {
  readonly major: ReadonlySet<string>;
  readonly occupation: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

/** The major of a text: of two the one that is asked about; none that was worked in. */
export function majorMeant({ text, names }: Mentions, { major }: Listed): string | undefined {
  const majors = names.major.filter((name) => !isWorkedIn(text, names, name));
  const one = asked(text, affirmed(text, majors), major);
  return one?.value === one?.alias ? one?.value.replace(/(?<=.{2})(?:专业|系)$/u, "") : one?.value;
}

/** The occupation of a text, a direction that was worked in among them. */
export function jobMeant(found: Mentions, { occupation, own }: Listed): string | undefined {
  const { text } = found;
  const { names } = found;
  const worked = names.major.filter((name) => isWorkedIn(text, names, name));
  if (names.occupation.length + names.direction.length + worked.length === 0) return undefined;
  const jobs = [...names.occupation, ...workedIn(found), ...worked]
    .toSorted((a, b) => a.start - b.start)
    .filter((job) => !own.has(job.value) || isDone(found, job))
    .filter((job) => !isMet(text, job) && !isPaper(text, job));
  const affirmedJobs = affirmed(text, jobs);
  const job = heldIn(found, affirmedJobs) ?? asked(text, affirmedJobs, occupation);
  return job && withoutVerb(job);
}

const WORKED = /^(?:[这那]块|方面|这行)? ?[做干当][了过满]/u;

/** The name of a major that was worked in, where no job is named: 文秘做了6年. */
function isWorkedIn(text: string, names: Mentions["names"], { end }: Found<string>): boolean {
  return names.occupation.length === 0 && WORKED.test(text.slice(end));
}

const TO_THEM = /(?:[给找托交]|(?<!不)让)$/u;
const BY_THEM = /^(?:说|讲过|告诉|通知|[让叫喊][我大]|发[我给的])/u;

/** Somebody whom one has to do with, by what he is: 资料给老师, 客服说. */
function isMet(text: string, { start, end }: Found<string>): boolean {
  return TO_THEM.test(text.slice(0, start)) || BY_THEM.test(text.slice(end));
}

/** What a paper is called by is no work: 新媒体的证. */
function isPaper(text: string, { end }: Found<string>): boolean {
  return /^的?证(?!明)/u.test(text.slice(end));
}

/** The occupation of a certificate that is held counts before what else was done: 营销员五级拿了三年. */
function heldIn(found: Mentions, jobs: readonly Found<string>[]): Found<string> | undefined {
  const held = jobs.filter(({ end }) => heldSurely(found).some(({ start }) => start === end));
  return held.length === 1 && jobs.length > 1 ? held[0] : undefined;
}

/** 运营一天没干过. */
const NEVER = /^(?:一天|从来|从|也|都|根本|压根)*没有?[做干当学考上读]/u;

function affirmed(text: string, found: readonly Found<string>[]): Found<string>[] {
  return found.filter(
    ({ start, end }) => !isDenied(text, start) && !NEVER.test(text.slice(end, end + NEAR)),
  );
}

const DONE = /(?:做|干|搞|从事|当|是|一直|岗位|职业|年|月|工作)[了过的是做当]*$/u;
const OF_WORK = /^(?:的|了)*(?:岗|工作|经验|年限|这行|行业|算|属于|是不是)/u;
const NEAR = 6;

/** The notice's own occupation is named in nearly every question about its exam; as work only where it is done. */
function isDone({ text, durations }: Mentions, { start, end }: Found<string>): boolean {
  const after = text.slice(end, end + NEAR);
  return (
    DONE.test(text.slice(Math.max(0, start - NEAR), start)) ||
    OF_WORK.test(after) ||
    durations.some((one) => one.start >= end && one.start - end <= 1)
  );
}

/** Of an occupation told with its verb, 做运营, the name. */
function withoutVerb({ value, alias }: Found<string>): string {
  return value === alias && /^[做当干]./u.test(value) && value.length > 2 ? value.slice(1) : value;
}

/** Between the name asked about and the one that it is held against. */
const AGAINST = /^[^。;；]{0,8}?(?:算不算|算|属于|是不是|等于|能当|当成|就是)[是成作不得]{0,2}$/u;
const MINE = /我(?:是|学|读|念|做|干|当)?的?$/u;
const ALIKE = /一样|一个|一回事|差.?个?字|等同|通用/u;

/** Of several names the one that is held against another, or the one that is not listed where two are compared. */
function asked(
  text: string,
  found: readonly Found<string>[],
  listed: ReadonlySet<string>,
): Found<string> | undefined {
  const [first, second] = found;
  if (!first || found.every(({ value }) => value === first.value)) return first;
  if (second && AGAINST.test(text.slice(first.end, second.start))) return first;
  const mine = found.filter(({ start }) => MINE.test(text.slice(Math.max(0, start - NEAR), start)));
  if (mine.length === 1) return mine[0];
  const others = found.filter(({ value }) => !listed.has(value));
  return ALIKE.test(text) && others.length === 1 ? others[0] : undefined;
}
