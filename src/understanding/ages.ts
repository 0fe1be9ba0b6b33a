import { type Duration, findDurations } from "./durations.ts";
import { NUMERAL, parseNeighbours, parseNumeral } from "./numerals.ts";
import { KIN } from "./persons.ts";
import { matchesOf } from "./matches.ts";

/** An age in full months, from and to, as far as the words tell it, with its place. */
export interface Age {
  readonly from: number;
  readonly to: number;
  /** Years as they were told, 15.5 of 十五岁半; absent where the words only bound them: 不到16, 差两个月满16. */
  readonly years?: number;
  /** Told of somebody, or with 岁; not only 满16, which may be a figure of the rules. */
  readonly isOwn: boolean;
  readonly start: number;
  readonly end: number;
}

const MONTHS = 12;
const OLDEST = 120;

/** Every age of a normalised text: 52岁, 十六周岁, 我52了, 四十多岁, 差两个月满16, 08年1月出生的. */
export function findAges(text: string, today: string): Age[] {
  const found = [...named(text), ...bareOnes(text), ...born(text, today)];
  return found.length < 2 ? found : found.toSorted((a, b) => a.start - b.start);
}

/** The one age; of several the one that is told of somebody. */
export function ageMeant(ages: readonly Age[]): Age | undefined {
  const own = ages.filter(({ isOwn }) => isOwn);
  const [first, ...more] = own.length > 0 ? own : ages;
  return more.every(({ from, to }) => from === first?.from && to === first.to) ? first : undefined;
}

const NAMED = new RegExp(
  `(?<age>${NUMERAL})(?<more>好几|[多几来])?周?岁(?<half>半)?(?<over>多|出头)?` +
    `(?!就(?![能可行])|开始|起|那年|的?时候?)`,
  "gu",
);

function named(text: string): Age[] {
  if (!text.includes("岁")) return [];
  return matchesOf(NAMED, text).flatMap((match) => {
    const { half, ...groups } = match.groups ?? {};
    const isOwn = !REACHED.test(text.slice(0, match.index));
    return ageOf(text, match, groups, isOwn, half === undefined ? 0 : MONTHS / 2);
  });
}

const FIGURE = "\\d{2}|[二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?";
const BARE = new RegExp(
  `(?<![\\d.零一二两三四五六七八九十百千廿卅])(?<age>${FIGURE})(?<more>好几|[多几来]|出头)?` +
    `(?![\\d年月日点级号个人元块天分次科门周小多几来%.位本张所名米斤章条样遍岁后零一二两三四五六七八九十百千/:-])`,
  "gu",
);
/** What a figure follows that is an age though nobody says 岁. */
const ADVERB = "(?:今年|已经|马上|正好|刚好|都|才|刚|整|是|也|有|快要?|虚岁?|就){0,2}";
const OF_SOMEBODY = new RegExp(`(?:我|本人|俺|咱|今年|年龄|年纪|岁数|${KIN})${ADVERB}$`, "u");
const REACHED = /(?:[刚年]满|刚过完?|快满|没满|[未不]满|不到|没到|还没|满)$/u;
const PAST = /(?:超过|过了|快|都|已经)$/u;
const ASKED = /^(?:能|可以|行|还能|还可以|了)/u;
/** Who has not reached a figure is asked about up to this one; more, such as 不满30, is a number of people. */
const MOST_REACHED = 20;
const LEAST_PAST = 40;
/** 女，28 tells of a person. */
const GENDER = /[男女][,，。 ]?$/u;
const ALONE = { least: 14, most: 80 };

/** One of these stands in every FIGURE. */
const FIGURED = /[\d十廿卅]/u;

/** Figures of two digits that stand for an age without 岁. */
function bareOnes(text: string): Age[] {
  if (!FIGURED.test(text)) return [];
  return matchesOf(BARE, text).flatMap((match) => {
    const { index: start, groups = {} } = match;
    const years = parseNumeral(groups["age"] ?? "") ?? 0;
    const before = text.slice(Math.max(0, start - 8), start);
    const isAge =
      OF_SOMEBODY.test(before) ||
      (REACHED.test(before) && years <= MOST_REACHED && !/人/u.test(before)) ||
      (PAST.test(before) && years >= LEAST_PAST) ||
      (/(?:^|[,，。 ])$/u.test(before) &&
        years >= ALONE.least &&
        years <= ALONE.most &&
        (ASKED.test(text.slice(start + match[0].length)) || GENDER.test(before)));
    return isAge ? ageOf(text, match, groups, OF_SOMEBODY.test(before)) : [];
  });
}

const NOMINAL = /[虚毛]岁?$/u;
const UNDER = /(?:[未不没]满|[不没]到|没有|还没|快[满到要]?|将近|接近|近)$/u;
const LACKS = /(?:差|还有|再过|过|缺|少)了?$/u;
/** 还差俩礼拜满 before 16. */
const LACKS_DAYS = /(?:差|还有|再过)[^，,。]{0,4}(?:天|周|礼拜|星期|月)[就才]?[满到]?$/u;
const UP_TO = /^[就才不]?(?:刚?满|到|够)?$/u;

type Groups = Readonly<Record<string, string | undefined>>;

function ageOf(
  text: string,
  match: RegExpExecArray,
  groups: Groups,
  isOwn: boolean,
  more = 0,
): Age[] {
  const place = { start: match.index, end: match.index + match[0].length, isOwn };
  const { start } = place;
  const before = text.slice(Math.max(0, start - 4), start);
  const { age = "", more: vague = groups["over"] } = groups;
  const pair = parseNeighbours(age);
  const years = pair?.[0] ?? parseNumeral(age);
  if (years === undefined || years > OLDEST || NOMINAL.test(before)) return [];
  const months = Math.floor(years * MONTHS) + more;
  if (pair) return [{ from: months, to: pair[1] * MONTHS + MONTHS - 1, ...place }];
  const lacking = lackingBefore(text, start);
  if (lacking?.figure !== undefined) {
    const left = Math.max(0, months - lacking.figure);
    return [{ ...place, from: left, to: left, isOwn: true, start: lacking.start }];
  }
  if (UNDER.test(before) || LACKS_DAYS.test(text.slice(Math.max(0, start - 8), start)))
    return [{ from: 0, to: Math.max(0, months - 1), ...place }];
  if (vague === undefined) return [{ from: months, to: months, years: months / MONTHS, ...place }];
  const decade = years % 10 === 0 ? 10 : 1;
  return [{ from: months, to: months + decade * MONTHS - 1, ...place }];
}

/** 差两个月 before 满16. */
function lackingBefore(text: string, start: number): Duration | undefined {
  const from = Math.max(0, start - 12);
  const before = text.slice(from, start);
  if (!/[月年]/u.test(before)) return undefined;
  const last = findDurations(before).at(-1);
  if (!last || !UP_TO.test(before.slice(last.end))) return undefined;
  if (!LACKS.test(before.slice(0, last.start))) return undefined;
  return { ...last, start: last.start + from, end: last.end + from };
}

const BORN = new RegExp(
  `(?<year>(?:19|20)?\\d{2}|[零〇一二三四五六七八九]{2}|[一二][零〇九][零〇一二三四五六七八九]{2})年` +
    `(?:(?<month>${NUMERAL})月份?)?(?:${NUMERAL}[日号])?(?:(?<born>出生|生[人的]?)|的(?=$|[^\\p{Script=Han}]|[能可想行现今报刚还够]))`,
  "gu",
);
const SUBJECT = new RegExp(`(?:^|[我俺是,，。 ]|${KIN})$`, "u");
const YOUNGEST = 10;
const CENTURY = 100;

/** The age that follows from when somebody was born; of a year alone it is not known whether the birthday has been. */
function born(text: string, today: string): Age[] {
  if (!text.includes("年")) return [];
  return matchesOf(BORN, text).flatMap((match) => {
    const { index: start, groups = {} } = match;
    const isSaid = groups["born"] !== undefined;
    if (
      !isSaid &&
      (text.includes("证") || !SUBJECT.test(text.slice(Math.max(0, start - 3), start)))
    )
      return [];
    const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
    const then = fullYear(groups["year"] ?? "", year);
    const inMonth = parseNumeral(groups["month"] ?? "");
    if (then === undefined || (inMonth !== undefined && (inMonth < 1 || inMonth > MONTHS)))
      return [];
    const lived = (year - then) * MONTHS + month;
    const [from, to] = [lived - (inMonth ?? MONTHS) - 1, lived - (inMonth ?? 1)];
    const [least, most] = [Math.floor(from / MONTHS), Math.floor(to / MONTHS)];
    const sure = least === most ? { years: least } : {};
    return from < YOUNGEST * MONTHS || to > OLDEST * MONTHS
      ? []
      : [{ from, to, ...sure, isOwn: true, start, end: start + match[0].length }];
  });
}

/** 08 is 2008 and 98 is 1998 as long as the one is not yet to come. */
function fullYear(digits: string, now: number): number | undefined {
  const whole = digits.length === 2 && !/\d/u.test(digits) ? `二零${digits}` : digits;
  const read = parseNumeral(whole);
  const year = read !== undefined && digits.length === 2 ? read % CENTURY : read;
  if (year === undefined || year > CENTURY) return year;
  const century = Math.floor(now / CENTURY) * CENTURY;
  return century + year <= now ? century + year : century - CENTURY + year;
}
