import type { Block } from "../message.ts";

/** A reply's blocks in plain words: what a terminal prints and a screen reader reads. */
export function plain(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join("\n");
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return block.text;
    case "table":
      return [block.columns, ...block.rows].map((row) => row.join(" ｜ ")).join("\n");
    case "steps":
      return block.items.map((item, index) => `${index + 1}. ${item}`).join("\n");
    case "card":
      return [block.title, ...block.lines.map(({ label, value }) => `【${label}】${value}`)].join(
        "\n",
      );
    case "verdict":
      return [block.title, ...block.text, ...block.ways].join("\n");
  }
}

export function paragraph(text: string): Block {
  return { type: "paragraph", text };
}
