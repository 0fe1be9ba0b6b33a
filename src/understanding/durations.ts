import { NUMERAL, parseNeighbours, parseNumeral } from "./numerals.ts";
import { matchesOf } from "./matches.ts";

/** A length of time in a text, in months; `to` is Infinity after "以上". */
export interface Duration {
  readonly from: number;
  readonly to: number;
  /** The months named, where that is one length and it was reached: of 五年多 but not of 快五年 or 两三年. */
  readonly figure?: number;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

type Length = Pick<Duration, "from" | "to" | "figure">;

const MONTHS_A_YEAR = 12;
const CALENDAR_YEAR = 1900;

const UNDER = "不到|不满|不足|[未没]满|没到|差一?点点?";
const BELOW = `还?差一?点点?[就到满]?|差几天|(?:就|差不多)?快[要到满有]{0,2}|${UNDER}|将近|接近|(?<!最|附)近|小`;
const IS_UNDER = new RegExp(UNDER, "u");
const ABOUT = "大概|大约|差不多|约|估计";
const YEARS = "个?(?:整年|年头|周年|年(?![级制度底初])|载)|(?:years?|yrs?|y)(?![a-z])";
const REST =
  `[ ,]?(?:零|又|外加|加|多)?(?<rest>${NUMERAL})个多?月|` +
  `(?:零|又|外加|加)(?<restMonth>${NUMERAL})月|零?(?<restFew>[俩两仨])个?月`;
const DURATION = new RegExp(
  `(?<below>${BELOW})?(?<about>${ABOUT})?(?:(?<idiom>一年半载)|(?<large>大)?(?<half>(?<![上下])半)个?年|` +
    `(?<low>${NUMERAL})(?:[-~～—到至、,](?<high>${NUMERAL}))?(?<vague>[来几多余+])?(?:` +
    `(?<years>${YEARS})(?<plusHalf>半)?(?:${REST})?|(?<piece>个)?(?<odd>[半多来])?月))` +
    `(?<over>多|以上|朝上|出头|左右|上下|光景|有余|\\+|${UNDER})?`,
  "gu",
);
/** One of these stands in every text that tells a length of time. */
const UNIT = /[年载月y]/u;

/**
 * Every length of time in a normalised text: 五年半, 4年11个月, 半年, 俩月, 3y, 不到五年, 三年多, 十来年, 3到5年,
 * 五年差俩月. Calendar years, their halves and months of the calendar are none.
 */
export function findDurations(text: string): Duration[] {
  if (!UNIT.test(text)) return [];
  const told = matchesOf(DURATION, text).flatMap((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const length = lengthOf(match.groups ?? {});
    return length && !isCalendarYear(match, text) ? [{ ...length, ...place }] : [];
  });
  return told.length > 1 ? withLacking(told, text) : told;
}

type Groups = Readonly<Record<string, string | undefined>>;

function lengthOf(groups: Groups): Length | undefined {
  const { idiom, half, low = "", high, years, piece, odd, plusHalf } = groups;
  if (idiom !== undefined) return { from: MONTHS_A_YEAR / 2, to: MONTHS_A_YEAR * 1.5 };
  if (half !== undefined) return halfYear(groups);
  const isCounted = years !== undefined || piece !== undefined;
  if (!isCounted && !/^[俩两仨]$/u.test(low)) return undefined; // 五月 is a month of the year
  const unit = years === undefined ? 1 : MONTHS_A_YEAR;
  const least = parseNumeral(low);
  const most = high === undefined ? undefined : parseNumeral(high);
  const [from, to] = parseNeighbours(low) ?? [least, most];
  if (from === undefined || (high !== undefined && to === undefined)) return undefined;
  if (from >= CALENDAR_YEAR && years !== undefined) return undefined;
  if (to !== undefined)
    return to < from ? undefined : { from: from * unit, to: (to + 1) * unit - 1 };
  const rest = parseNumeral(groups["rest"] ?? groups["restMonth"] ?? groups["restFew"] ?? "零");
  if (rest === undefined) return undefined;
  const total = Math.floor(from * unit + (plusHalf ? MONTHS_A_YEAR / 2 : 0) + rest + 0.001);
  const loose = odd === "半" ? undefined : (odd ?? groups["vague"]);
  return bounds(total, groups, loose, rest > 0 ? 1 : unit);
}

/** 大半年 is more than a half, 小半年 less, as 小五年 is. */
function halfYear({ large, below, over }: Groups): Length {
  const half = MONTHS_A_YEAR / 2;
  if (below !== undefined) return { from: half / 2, to: half - 1 };
  if (large !== undefined) return { from: half + 1, to: MONTHS_A_YEAR - 1 };
  return { from: half, to: over === undefined ? half : MONTHS_A_YEAR - 1, figure: half };
}

const NEARLY_A_YEAR = 11;
const ABOUT_A_QUARTER = 3;
const AT_LEAST = ["以上", "朝上", "+"];
const ROUND = 10;

/** What the words around a length make of it; `unit` is that of its last figure, in months. */
function bounds(
  total: number,
  { below, about, over }: Groups,
  vague: string | undefined,
  unit: number,
): Length {
  if (below !== undefined || (over !== undefined && IS_UNDER.test(over)))
    return { from: Math.max(0, total - MONTHS_A_YEAR), to: Math.max(0, total - 1) };
  if (vague === "几") return { from: total + unit, to: total + ROUND * unit - 1 };
  if (vague === "来")
    return { from: Math.max(0, total - unit), to: total + 2 * unit - 1, figure: total };
  if (AT_LEAST.some((word) => word === over || word === vague))
    return { from: total, to: Infinity, figure: total };
  if (vague !== undefined) {
    const tens = total > 0 && total % (ROUND * unit) === 0; // 二十多年 is under thirty
    return { from: total, to: total + (tens ? ROUND * unit : unit) - 1, figure: total };
  }
  if (about !== undefined || (over !== undefined && /左右|上下|光景/u.test(over)))
    return {
      from: Math.max(0, total - ABOUT_A_QUARTER),
      to: total + ABOUT_A_QUARTER,
      figure: total,
    };
  if (over !== undefined && unit > 1)
    return { from: total, to: total + NEARLY_A_YEAR, figure: total };
  return { from: total, to: total, figure: total };
}

const DATED =
  /^(?:\d{1,2}月|开始|入职|进[了的]?|毕业|起|出生|生[的人]|拿[了的到]?|考[了的到]|到现在|至今|就(?!能|可|够|行)|底|初|的时候)/u;
const LASTED = /[了过满作有验龄共计]$|(?:从业|累计)$/u;

/** 零八年, and 18年 before what says that it was then: a year of the calendar without its century. */
function isCalendarYear(match: RegExpExecArray, text: string): boolean {
  const { index } = match;
  const { low = "", years } = match.groups ?? {};
  if (years !== "年") return false;
  if (/^[0零〇]./u.test(low)) return true;
  if (!/^\d{2}$/u.test(low) || LASTED.test(text.slice(Math.max(0, index - 2), index))) return false;
  return DATED.test(text.slice(index + match[0].length, index + low.length + 6));
}

const LACKS_BEFORE = /还?[就只]?[差缺少]了?$/u;
const UP_TO = /^[就才不]?[满到够足]?$/u;
const LACKS_AFTER = /^[还就只]?[差缺少]了?$/u;

/** 差一个月五年 and 五年差一个月 are one length each: the longer less the shorter. */
function withLacking(told: readonly Duration[], text: string): Duration[] {
  const joined: Duration[] = [];
  for (let at = 0; at < told.length; at++) {
    const [one, next] = [told[at], told[at + 1]];
    if (!one) continue;
    const whole = next && less(one, next, text);
    joined.push(whole ?? one);
    if (whole) at++;
  }
  return joined;
}

function less(one: Duration, next: Duration, text: string): Duration | undefined {
  const between = text.slice(one.end, next.start);
  const before = text.slice(Math.max(0, one.start - 3), one.start);
  const isBefore = LACKS_BEFORE.test(before) && UP_TO.test(between);
  if (!isBefore && !LACKS_AFTER.test(between)) return undefined;
  const [long, short] = isBefore ? [next.figure, one.figure] : [one.figure, next.figure];
  if (long === undefined || short === undefined || long % MONTHS_A_YEAR > 0) return undefined;
  const left = long - short;
  if (short === 0 || left <= 0) return undefined;
  const start = isBefore ? one.start - (LACKS_BEFORE.exec(before)?.[0].length ?? 0) : one.start;
  return { from: left, to: left, figure: left, start, end: next.end };
}
