import { NUMERAL, parseNumeral } from "./numerals.ts";

/** A length of time in a text, in months; `to` is Infinity after "以上". */
export interface Duration {
  readonly from: number;
  readonly to: number;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

const BELOW = "(?<below>不到|不满|未满|没满|快|将近|差不多快|接近|差一点|差点|还差一点|差几天)?";
const DURATION = new RegExp(
  `${BELOW}(?:(?<years>${NUMERAL})年(?!级|前|底|初|的考|度)(?<half>半)?(?: ?(?:零|又|加|外加|多)?(?<months>${NUMERAL})个?月)?|(?<halfYear>半年)|(?<only>${NUMERAL})个半?月|(?<pair>[俩两仨])月)(?<over>多|以上|出头|左右)?`,
  "gu",
);
const CALENDAR_YEAR = 1900;
const MONTHS_A_YEAR = 12;

/** 就差一个月, 断了三年: what is lacking, or was not worked. */
const LACKING = /(?:差|少|断了?|断过|失业|休息|隔)(?:了|大概|大约|就|不到)?$/u;

/** Every duration in a normalised text: 五年半, 4年11个月, 半年, 俩月, 不到五年, 三年多. Calendar years are none. */
export function findDurations(text: string): Duration[] {
  return [...text.matchAll(DURATION)].flatMap((match) => {
    const { years, half, months, halfYear, only, pair, below, over } = match.groups ?? {};
    const start = match.index;
    if (LACKING.test(text.slice(0, start))) return [];
    const place = { start, end: start + match[0].length };
    const about = approximate(years);
    if (about) return [{ ...about, ...place }];
    const whole = years === undefined ? 0 : parseNumeral(years);
    const rest = parseNumeral(months ?? only ?? pair ?? "零");
    if (whole === undefined || rest === undefined || whole >= CALENDAR_YEAR) return [];
    const total = Math.round((whole + (half || halfYear ? 0.5 : 0)) * MONTHS_A_YEAR + rest);
    return [
      { ...bounds(total, years !== undefined && months === undefined, below, over), ...place },
    ];
  });
}

/** 五六年: from five years to just under seven. */
function approximate(years: string | undefined): { from: number; to: number } | undefined {
  if (years?.length !== 2) return undefined;
  const [low, high] = Array.from(years, (sign) => parseNumeral(sign));
  if (low === undefined || high !== low + 1 || /\d|十/u.test(years)) return undefined;
  return { from: low * MONTHS_A_YEAR, to: (high + 1) * MONTHS_A_YEAR - 1 };
}

function bounds(
  total: number,
  yearsOnly: boolean,
  below: string | undefined,
  over: string | undefined,
): { from: number; to: number } {
  if (below !== undefined)
    return { from: Math.max(0, total - MONTHS_A_YEAR), to: Math.max(0, total - 1) };
  if (over === "以上") return { from: total, to: Infinity };
  if (over === "左右") return { from: Math.max(0, total - 3), to: total + 3 };
  if (over !== undefined && yearsOnly) return { from: total, to: total + MONTHS_A_YEAR - 1 };
  return { from: total, to: total };
}

const AGE = new RegExp(
  `(?<age>${NUMERAL})(?:周岁|岁)(?<half>半)?(?!就|开始|起|那年|的?时候?)|(?:我|今年|年龄|年纪|已经|都)(?:今年|已经|都)?(?<bare>\\d{2}|[二三四五六七]十[一二三四五六七八九]?)(?:了|$|[^\\d年月日点级号个人元块])|^(?<first>\\d{2})了`,
  "u",
);

/** An age in months, or undefined: 52岁, 十六周岁, 我52了. */
export function findAge(text: string): { months: number; start: number; end: number } | undefined {
  const match = AGE.exec(text);
  const years = parseNumeral(
    match?.groups?.["age"] ?? match?.groups?.["bare"] ?? match?.groups?.["first"] ?? "",
  );
  if (!match || years === undefined || years > 120) return undefined;
  const months = Math.floor(years * MONTHS_A_YEAR) + (match.groups?.["half"] ? 6 : 0);
  return { months, start: match.index, end: match.index + match[0].length };
}
