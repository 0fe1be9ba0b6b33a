import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChoiceData } from "../../../src/channels/telegram/showing/choice-data.ts";
import { toMessage, toMessages } from "../../../src/channels/telegram/showing/messages.ts";
import type { Block, Reply } from "../../../src/message.ts";
import { seen } from "../../telegram-api/html.ts";

const data = createChoiceData([]);

function reply(blocks: readonly Block[], rest: Partial<Reply> = {}): Reply {
  const nothing = { choices: [], links: [], sources: [], text: "" };
  return {
    ...nothing,
    topic: "fee",
    kind: "stated",
    answer: "fee.overview",
    blocks: [...blocks],
    ...rest,
  };
}
const says = (text: string): Block => ({ type: "paragraph", text });
const draw = (...replies: Reply[]): string[] => toMessages(replies, data).map(({ text }) => text);
const choice = (label: string) => ({ id: `ask:${label}`, label });

describe("what a reply says", () => {
  test("is drawn block by block, with the clauses last", () => {
    const table: Block = { type: "table", columns: ["等级", "费用"], rows: [["四级", "400"]] };
    const steps: Block = { type: "steps", items: ["先报名", "再交费"] };
    const card: Block = { type: "card", title: "卡片", lines: [{ label: "时间", value: "5月" }] };
    const blocks = [says("一段"), table, steps, card];
    expect(draw(reply(blocks, { text: "…\n依据：二(四)2", sources: ["二(四)2"] }))).toEqual([
      [
        "一段",
        "<b>等级 ｜ 费用</b>",
        "四级 ｜ 400",
        "1. 先报名",
        "2. 再交费",
        "<b>卡片</b>",
        "【时间】5月",
        "<i>依据：二(四)2</i>",
      ].join("\n"),
    ]);
  });

  test("is drawn in its own plain words where a block has them", () => {
    const table: Block = { type: "table", columns: ["a"], rows: [["b"]], text: ["四级：400元"] };
    const timeline: Block = { type: "timeline", rows: [], text: ["5月申报", "6月底前评价"] };
    const conduct: Block = { type: "conduct", tiers: [], verdict: "none", text: ["不处理"] };
    const progress: Block = { type: "progress", told: [], text: [] };
    const blocks = [progress, table, timeline, progress, conduct, progress];
    expect(draw(reply(blocks))).toEqual(["四级：400元\n5月申报\n6月底前评价\n不处理"]);
  });

  test("cannot become markup", () => {
    const nasty = `<script>&amp; "a" </b>`;
    expect(draw(reply([says(nasty)]))).toEqual(['&lt;script&gt;&amp;amp; "a" &lt;/b&gt;']);
    expect(toMessage(nasty).text).toBe(draw(reply([says(nasty)]))[0]);
  });

  test("goes along with the next reply unless it has buttons", () => {
    const [noted, question] = [
      reply([says("记下了")]),
      reply([says("学历？")], { choices: [choice("高中")] }),
    ];
    expect(draw(noted, question)).toEqual(["记下了\n\n学历？"]);
    expect(draw(question, noted)).toEqual(["学历？", "记下了"]);
  });
});

describe("a long reply", () => {
  const paragraph = (mark: string, length: number): Block => says(mark.repeat(length));

  test("ends a message where a paragraph ends, and has its buttons under the last", () => {
    const blocks = [
      paragraph("a", 3000),
      paragraph("b", 1095),
      paragraph("c", 4096),
      paragraph("d", 1),
    ];
    const messages = toMessages([reply(blocks, { choices: [choice("好")] })], data);
    expect(messages.map(({ text }) => text.length)).toEqual([4096, 4096, 1]);
    expect(messages.map((one) => "reply_markup" in one)).toEqual([false, false, true]);
  });

  test("keeps a table together that fits into one message", () => {
    const rows = Array.from({ length: 30 }, () => ["x".repeat(100)]);
    const [first, second] = draw(
      reply([paragraph("a", 2000), { type: "table", columns: ["y"], rows }]),
    );
    expect(first).toBe("a".repeat(2000));
    expect(second).toMatch(/^<b>y/u);
  });

  test("ends one within a paragraph only at a line, and within a line only after a sentence", () => {
    const lines = draw(reply([says(Array.from({ length: 100 }, () => "x".repeat(99)).join("\n"))]));
    expect(lines.map((text) => text.length)).toEqual([4099 - 100, 3999, 1999]);
    const [first] = draw(reply([says("一句话。".repeat(2000))]));
    expect(first).toMatch(/。$/u);
  });

  test("does not count what only marks or escapes", () => {
    expect(draw(reply([paragraph("&", 4096)]))).toEqual(["&amp;".repeat(4096)]);
  });

  test("of any text arrives whole, in messages that Telegram takes", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom("😀", "<", "&", "。", "字"),
        minLength: 4000,
        maxLength: 9000,
      }),
    );
    const text = fc.array(line, { maxLength: 30 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(text, (told) => {
        const messages = draw(reply([says(told)])).map(seenWhole);
        for (const message of messages) expect(message.length).toBeLessThanOrEqual(4096);
        expect(messages.filter((message) => /\p{Surrogate}/u.test(message))).toEqual([]);
        expect(inked(messages.join(""))).toBe(inked(told));
      }),
      { numRuns: 60, examples: [["toString"]] },
    );
  });
});

describe("buttons", () => {
  test("are links first, on a row each, then choices, short ones side by side", () => {
    const links = [{ label: "协会报名系统", url: "https://edu.mia.org.cn/planlist/mia" }];
    const choices = [
      "是",
      "否",
      "不清楚",
      "返回",
      "都看看，我能考哪个",
      "三级／高级工",
      "一个说得很长很长的选项",
    ].map(choice);
    const [message] = toMessages([reply([says("？")], { links, choices })], data);
    const rows = message?.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));
    expect(rows).toEqual([
      ["协会报名系统"],
      ["是", "否", "不清楚"],
      ["返回", "都看看，我能考哪个"],
      ["三级／高级工"],
      ["一个说得很长很长的选项"],
    ]);
  });

  test("are left away where there are none", () => {
    expect(toMessages([reply([says("好")])], data)[0]).not.toHaveProperty("reply_markup");
  });
});

/** Without white space, of which messages may end with more or less. */
function inked(text: string): string {
  return text.replaceAll(/\s/gu, "");
}

function seenWhole(html: string): string {
  return seen(`<b>|</b>${html}<b>|</b>`).text.slice(1, -1); // Telegram trims, which is not what is tested
}
