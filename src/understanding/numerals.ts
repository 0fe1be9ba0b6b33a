const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
/** Digits are read one by one only in calendar years: 五六年 is five or six years, not 56. */
const CALENDAR_DIGITS = 4;
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/**
 * Source of a regular expression for one numeral, Arabic or Chinese; bounded, so that a long run of digits
 * costs no more than its length.
 */
export const NUMERAL = String.raw`(?:(?<![\d.])\d{1,6}(?:\.\d{1,3})?|[零〇一壹幺二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅]{1,9})`;

/**
 * The value of a numeral below ten thousand: 12, 4.5, 十二, 廿五, 两千零二十七, 二〇二七.
 * @returns undefined for anything else
 */
export function parseNumeral(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/u.test(text)) return Number(text);
  const signs = Array.from(text);
  if (signs.length === 0) return undefined;
  if (signs.length === CALENDAR_DIGITS && signs.every((sign) => sign in DIGITS))
    return Number(signs.map((sign) => DIGITS[sign]).join(""));
  return parseWithUnits(signs);
}

function parseWithUnits(signs: readonly string[]): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastUnit = 10_000;
  for (const sign of signs) {
    const [value, unit, ten] = [DIGITS[sign], UNITS[sign], TENS[sign]];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return undefined;
      total += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      lastUnit = unit;
      digit = undefined;
    } else if (ten !== undefined && lastUnit > 10) {
      total += ten;
      lastUnit = 10;
      digit = undefined;
    } else return undefined;
  }
  return total + (digit ?? 0);
}

/**
 * Two neighbouring numbers said as one: 五六 is five or six, 十六七 sixteen or seventeen, 三四十 thirty to forty.
 * @returns undefined for any other text
 */
export function parseNeighbours(text: string): readonly [low: number, high: number] | undefined {
  const signs = Array.from(text);
  const at = signs.findIndex((sign, index) => sign in DIGITS && (signs[index + 1] ?? "") in DIGITS);
  if (at < 0 || signs.length > LONGEST_PAIR) return undefined;
  const [before, after] = [signs.slice(0, at), signs.slice(at + 2)];
  const [low, high] = [at, at + 1].map((one) =>
    parseWithUnits([...before, signs[one] ?? "", ...after]),
  );
  const [first, second] = [DIGITS[signs[at] ?? ""], DIGITS[signs[at + 1] ?? ""]];
  if (low === undefined || high === undefined || !first || second !== first + 1) return undefined;
  return [low, high];
}

/** 二十三四. */
const LONGEST_PAIR = 4;
