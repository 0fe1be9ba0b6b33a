import { writeFileSync } from "node:fs";
import { createAssistant } from "../src/assistant.ts";
import { createClock } from "../src/clock.ts";
import { loadPack } from "../src/knowledge/load.ts";
import { advance } from "../src/turn.ts";

/** Writes docs/conversation.svg: a conversation as it really goes, for the README. */
const SAID = ["我大专电商应届，四级能考吗", "对了 补考费多少", "23岁"];
const AT = "2026-05-20T10:00";
const PACK = "content/quanmeiti-2026";

const [WIDTH, MARGIN, LINE, SIZE, COLUMNS] = [520, 16, 21, 14, 25];

interface Bubble {
  readonly mine: boolean;
  readonly lines: readonly string[];
}

function converse(): Bubble[] {
  const clock = createClock(AT);
  const assistant = createAssistant(loadPack(PACK), clock);
  let stored: string | undefined;
  return SAID.flatMap((text) => {
    const { next, turn } = advance(assistant, stored, { body: { text }, at: clock() });
    stored = assistant.state.freeze(next);
    const replies = turn.replies.map((reply) => ({ mine: false, lines: wrap(reply.text) }));
    return [{ mine: true, lines: wrap(text) }, ...replies];
  });
}

/** Width in ems: Latin letters and figures take about half of what a Han character takes. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[ -~]/u.test(sign) ? 0.58 : 1), 0);
}

function wrap(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const rows = [""];
    for (const sign of line) {
      const row = rows.at(-1) ?? "";
      if (widthOf(row + sign) > COLUMNS) rows.push(sign);
      else rows[rows.length - 1] = row + sign;
    }
    return rows;
  });
}

function draw(bubbles: readonly Bubble[]): string {
  let top = MARGIN;
  const drawn = bubbles.map(({ mine, lines }) => {
    const longest = Math.max(...lines.map(widthOf));
    const [width, height] = [Math.ceil(longest * SIZE) + 24, lines.length * LINE + 16];
    const left = mine ? WIDTH - MARGIN - width : MARGIN;
    const text = lines
      .map(
        (line, row) => `<text x="${left + 12}" y="${top + 24 + row * LINE}">${escape(line)}</text>`,
      )
      .join("");
    const box = `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="8" fill="${mine ? "#95ec69" : "#ffffff"}"/>`;
    top += height + 10;
    return box + text;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top + 6}" viewBox="0 0 ${WIDTH} ${top + 6}" font-family="sans-serif" font-size="${SIZE}">`,
    `<rect width="100%" height="100%" fill="#ededed"/>`,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

writeFileSync("docs/conversation.svg", draw(converse()));
