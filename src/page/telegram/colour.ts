/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

/** @param text as Telegram and our styles write it, such as `#17212b` or `#fff` */
export function readColour(text: string | undefined): Colour | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/iu.exec(text?.trim() ?? "") ?? [];
  const digits = long ?? short?.replace(/./gu, "$&$&");
  if (digits === undefined) return undefined;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function writeColour(colour: Colour): string {
  return `rgb(${colour.join(", ")})`;
}

/** By the measure of Telegram's own script. */
export function isDark([red, green, blue]: Colour): boolean {
  return Math.sqrt(0.299 * red ** 2 + 0.587 * green ** 2 + 0.114 * blue ** 2) < 120;
}

/** What WCAG AA asks of text. */
const CONTRAST = 4.5;

/** The colour, or the nearest to it towards black or white that can be read on, or behind, these. */
export function legible(colour: Colour, ...on: readonly [Colour, ...Colour[]]): Colour {
  const end = isDark(on[0]) ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, end, share);
    if (on.every((other) => contrast(mixed, other) >= CONTRAST)) return mixed;
  }
  return end;
}

function mix(one: Colour, other: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2): number => Math.round(one[at] + (other[at] - one[at]) * share);
  return [part(0), part(1), part(2)];
}

/** 1 to 21, as WCAG reckons it. */
function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
