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

/** Source of a regular expression for one numeral, Arabic or Chinese. */
export const NUMERAL = String.raw`(?:\d+(?:\.\d+)?|[零〇一壹幺二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅]+)`;

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
