import type { Block, Reply } from "../../../message.ts";

/** One line of a message; its style is the name of Telegram's HTML tag. */
export interface Line {
  readonly text: string;
  readonly style?: "b" | "i";
}

/** A reply as paragraphs of lines. Its links are left to buttons, its clauses stand last. */
export function paragraphsOf(reply: Reply): Line[][] {
  return [...reply.blocks.map(linesOf), ...sourceLine(reply)];
}

export function toHtml(lines: readonly Line[]): string {
  return lines
    .map(({ text, style }) => (style ? `<${style}>${escaped(text)}</${style}>` : escaped(text)))
    .join("\n");
}

/** Rows of a table stay lines, because columns do not survive the width of a phone. */
function linesOf(block: Block): Line[] {
  switch (block.type) {
    case "paragraph":
      return plainLines(block.text);
    case "table":
      if (block.text) return block.text.flatMap(plainLines);
      return [
        { text: cells(block.columns), style: "b" },
        ...block.rows.flatMap((row) => plainLines(cells(row))),
      ];
    case "steps":
      return block.items.flatMap((item, index) => plainLines(`${index + 1}. ${item}`));
    case "card":
      return [
        { text: block.title, style: "b" },
        ...block.lines.flatMap(({ label, value }) => plainLines(`【${label}】${value}`)),
      ];
    case "verdict":
      return [
        { text: block.title, style: "b" },
        ...[...block.text, ...block.ways].flatMap((line) => plainLines(line)),
      ];
    case "timeline":
    case "conduct":
    case "progress":
      return block.text.flatMap(plainLines);
  }
}

function cells(row: readonly string[]): string {
  return row.join(" ｜ ");
}

/** The text of a reply ends with the line that names its clauses. */
function sourceLine({ sources, text }: Reply): Line[][] {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return sources.length > 0 ? [[{ text: line, style: "i" }]] : [];
}

function plainLines(text: string): Line[] {
  return text.split("\n").map((line) => ({ text: line }));
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replace(/[&<>]/gu, (character) => ESCAPES[character] ?? "");
}
