import type { Line } from "./lines.ts";

/** Characters of UTF-16 that Telegram takes in one message, tags and escapes not counted. */
export const MAX_CHARACTERS = 4096;

/**
 * Fills as few messages as hold the paragraphs. A message ends where a paragraph does; only a
 * paragraph longer than a message ends at a line within it, and only such a line at a sentence.
 */
export function inPages(paragraphs: readonly (readonly Line[])[]): Line[][] {
  const pages: Line[][] = [[]];
  for (const piece of paragraphs.flatMap(inPieces)) {
    const page = pages.at(-1) ?? [];
    if (sizeOf([...page, ...piece]) > MAX_CHARACTERS) pages.push([...piece]);
    else page.push(...piece);
  }
  return pages.filter((page) => page.some(({ text }) => text.trim() !== ""));
}

/** @returns the paragraph, or where it is longer than a message its lines, each fit for one */
function inPieces(paragraph: readonly Line[]): (readonly Line[])[] {
  if (sizeOf(paragraph) <= MAX_CHARACTERS) return [paragraph];
  return paragraph.flatMap(cut).map((line) => [line]);
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, -1);
}

function cut({ text, ...style }: Line): Line[] {
  const pieces: Line[] = [];
  let rest = text;
  while (rest.length > MAX_CHARACTERS) {
    const end = endWithin(rest.slice(0, MAX_CHARACTERS));
    pieces.push({ text: rest.slice(0, end), ...style });
    rest = rest.slice(end);
  }
  return [...pieces, { text: rest, ...style }];
}

/** After the last full stop, comma or the like; else wherever no character is torn in two. */
function endWithin(text: string): number {
  const [whole = ""] = /^.*\p{Terminal_Punctuation}/su.exec(text) ?? [];
  if (whole !== "") return whole.length;
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}
