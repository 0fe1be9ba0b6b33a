import type { Vocabulary } from "../knowledge/schemas/wording.ts";
import { NUMERAL, parseNumeral } from "./numerals.ts";
import { matchesOf } from "./matches.ts";

type Roles = Vocabulary["month_roles"];

/** A month of the timetable, and its side of it as far as the words tell. */
export interface Month {
  readonly month: number;
  readonly role?: "apply" | "exam";
  /** It is to take the place of another: 换成六月. */
  readonly changed: boolean;
  readonly start: number;
}

const MONTH = new RegExp(
  `(?<more>下下|下|上)个?月|(?<this>这个?|本)月|` +
    `(?<!个)(?:(?<other>${NUMERAL})[、,和到至~—-])?(?<month>${NUMERAL})月份?`,
  "gu",
);
/** A few months, not a month: 俩月. */
const FEW = /[俩两仨]$/u;
/** What happens to a candidate in a month, which is none of the timetable. */
const OF_LIFE =
  /^(?:底|初|中|\d{1,2}[日号]|份|的|就|才|要|刚|会)*(?:毕业|入职|进公司|出生|生日|生的|离职|结婚|拿的?证|到期|满(?!员|三十人|\d+人))/u;
const PUT_OFF = /(?:顺延|推迟|延|拖|推)[到至完了]*的?$/u;
const INTO = /[换改调推延][成到为]$/u;
const LIFE = 8;

/** The months that a normalised text names, those of 下个月 by the day: `YYYY-MM-DD`. */
export function findMonths(text: string, roles: Roles, today: string): Month[] {
  if (!text.includes("月")) return [];
  const now = Number(today.slice(5, 7));
  return matchesOf(MONTH, text).flatMap((match) => {
    const { index: start, groups = {} } = match;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 4), start);
    if (OF_LIFE.test(text.slice(end, end + LIFE))) return [];
    if (groups["more"] !== undefined && PUT_OFF.test(before)) return [];
    const role = roleOf(text, start, end, roles);
    if (role === "past") return [];
    return monthsOf(groups, now).map((month) => ({
      month,
      ...(role && { role }),
      changed: INTO.test(before),
      start,
    }));
  });
}

const STEPS: Readonly<Record<string, number>> = { 下下: 2, 下: 1, 上: -1 };
const MONTHS = 12;

function monthsOf(
  { more, this: current, other, month }: Readonly<Record<string, string | undefined>>,
  now: number,
): number[] {
  if (more !== undefined) return [((now - 1 + (STEPS[more] ?? 0) + MONTHS) % MONTHS) + 1];
  if (current !== undefined) return [now];
  if (month === undefined || FEW.test(month)) return [];
  return [other, month].flatMap((one) => {
    const named = one === undefined ? undefined : parseNumeral(one);
    return named !== undefined && Number.isInteger(named) && named >= 1 && named <= MONTHS
      ? [named]
      : [];
  });
}

const NEXT_MONTH = new RegExp(`${NUMERAL}月|[下这本]个?月`, "u");
/** Characters that a word may stand away from its month. */
const NEAR = 8;
/** To be in time for it: what follows 赶上 is sat, not applied for. */
const IN_TIME = /赶[得不]?[上到]?$/u;

/** The nearest word after the month tells its side of the timetable, else the nearest before. */
function roleOf(
  text: string,
  start: number,
  end: number,
  { apply, exam }: Roles,
): Month["role"] | "past" {
  const next = text.slice(end, end + NEAR).search(NEXT_MONTH);
  const after = text.slice(end, next >= 0 ? end + next : end + NEAR);
  const before = text.slice(Math.max(0, start - 4), start);
  const [applyAt, examAt] = [firstOf(after, apply), firstOf(after, exam)];
  if (/没/u.test(after.slice(0, Math.min(applyAt, examAt, after.length)))) return "past";
  if (applyAt !== examAt) return applyAt <= examAt ? "apply" : "exam";
  if (apply.some((word) => before.endsWith(word))) return "apply";
  return IN_TIME.test(before) || exam.some((word) => before.endsWith(word)) ? "exam" : undefined;
}

function firstOf(part: string, words: readonly string[]): number {
  let first = Infinity;
  for (const word of words) {
    const at = part.indexOf(word);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}
