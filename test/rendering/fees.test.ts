import { expect, test } from "vitest";
import { answered, blocksOf } from "./drawn.ts";

test("the fees of several projects that are named are a table, and lines in plain words", () => {
  const reply = answered("fee.overview", { level: "三级" });
  expect(blocksOf(reply, "table")).toEqual([
    {
      type: "table",
      columns: ["项目", "等级", "考务费（元）"],
      rows: [
        ["直播运营", "三级", "500"],
        ["流量运营", "三级", "500"],
        ["视听运营", "三级", "500"],
      ],
      text: ["直播运营三级：考务费500元", "流量运营三级：考务费500元", "视听运营三级：考务费500元"],
    },
  ]);
  expect(reply.text).toContain("\n流量运营三级：考务费500元\n");
  expect(reply.text).not.toContain("｜");
});

test("the fee of one project is a sentence", () => {
  const reply = answered("fee.overview", { level: "三级", direction: "直播运营" });
  expect(blocksOf(reply, "table")).toEqual([]);
  expect(reply.blocks).toContainEqual({ type: "paragraph", text: "直播运营三级：考务费500元" });
});

test("a total stands below the table that it adds up", () => {
  const { blocks, text } = answered("fee.all_directions");
  const kinds = blocks.slice(1).map((one) => (one.type === "paragraph" ? one.text : one.type));
  expect(kinds).toEqual(["table", "3项一共1200元", "table", "3项一共1500元"]);
  expect(text).toContain("视听运营四级：考务费400元\n3项一共1200元\n直播运营三级：考务费500元");
});

test("a level without projects adds nothing up, and leaves no empty line", () => {
  const { blocks, text } = answered("fee.all_directions", { level: "五级" });
  expect(blocks).toHaveLength(1);
  expect(text).not.toContain("\n\n");
});
