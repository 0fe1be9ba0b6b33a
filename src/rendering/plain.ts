import type { Block } from "../message.ts";

/** A reply's blocks in plain words: what a terminal prints and a screen reader reads. */
export function plain(blocks: readonly Block[]): string {
  return blocks.flatMap(plainLines).join("\n");
}

function plainLines(block: Block): readonly string[] {
  switch (block.type) {
    case "paragraph":
      return [block.text];
    case "table":
      return block.text ?? [block.columns, ...block.rows].map((row) => row.join(" ｜ "));
    case "steps":
      return numbered(block.items);
    case "card":
      return [block.title, ...block.lines.map(({ label, value }) => `【${label}】${value}`)];
    case "verdict":
      return [block.title, ...block.text, ...block.ways];
    case "timeline":
    case "conduct":
    case "progress":
      return block.text;
  }
}

/** Steps, and other lists, in plain words. */
export function numbered(items: readonly string[]): string[] {
  return items.map((item, index) => `${index + 1}. ${item}`);
}

export function paragraph(text: string): Block {
  return { type: "paragraph", text };
}
