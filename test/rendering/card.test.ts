import { describe, expect, it } from "vitest";
import type { Facts } from "../../machines/words.ts";
import { createRenderer } from "../../src/rendering.ts";
import { createDaytime } from "../../src/rules/desk.ts";
import { createGuide } from "../../src/rules/guide.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const render = createRenderer(pack, names, createGuide(pack, names), () => ({ code: "" }));
const MAY = createDaytime(pack.desk)({ date: "2026-05-20", time: "10:00" });
const APPLIED = { applicant: "个人", level: "三级", direction: "直播运营", month: "6" };
const GRADUATE = { age: "over", school: "专科", status: "graduated", major: "电子商务" };

function card(facts: Facts): Readonly<Record<string, string>> {
  const [reply] = render([{ say: "card" }], { facts }, MAY);
  const block = reply?.blocks.find(({ type }) => type === "card");
  if (block?.type !== "card") throw new Error("no card was drawn");
  return Object.fromEntries(block.lines.map(({ label, value }) => [label, value]));
}

describe("the hand-off card", () => {
  it("has the fee, the window and the official link of what was chosen", () => {
    const { 考务费: fee, 时间: window, 报名入口: link } = card(APPLIED);
    expect([fee, link]).toEqual(["500元", "https://edu.mia.org.cn/planlist/mia"]);
    expect(window).toContain("7月底前");
  });

  it("judges the level of the card, not the level that was asked about before", () => {
    const facts = { target: "四级", ...GRADUATE };
    expect(card({ ...facts, ...APPLIED, level: "四级" })["对照结论"]).toBe("【四级】符合申报条件");
    expect(card({ ...facts, ...APPLIED })["对照结论"]).toContain("还没做完");
  });

  it("does not take an interview that was broken off for a refusal", () => {
    expect(card({ target: "四级", age: "over", ...APPLIED })["对照结论"]).toContain("还没做完");
    expect(card(APPLIED)["对照结论"]).toContain("还没做资格自测");
  });

  it("gives no address and no individual's papers for a group, because the notice names none", () => {
    const { 报名入口: link = "", 要准备: bring = "" } = card({ ...APPLIED, applicant: "团体" });
    expect(link).not.toContain("http");
    expect(bring).not.toContain("学历证明");
    expect(bring).toContain("通知没有写");
  });
});
