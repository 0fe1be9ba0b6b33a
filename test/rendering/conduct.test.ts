import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/message.ts";
import { pack } from "../quanmeiti-pack.ts";
import { answered, blockOf, blocksOf } from "./drawn.ts";

const [VOID, SUBJECT, YEAR, BAN] = pack.conduct.tiers.map(({ id }) => id);

/** Only what is marked of the scale: tiers and rules. */
function marked(reply: Reply): Record<string, string | undefined> {
  const things = blockOf(reply, "conduct").tiers.flatMap((tier) => [tier, ...tier.rules]);
  return Object.fromEntries(
    things.filter(({ mark }) => mark !== undefined).map(({ id, mark }) => [id, mark]),
  );
}

describe("an act on the scale", () => {
  it("marks the rule that it falls under, and those that it may touch too", () => {
    const reply = answered("conduct.photographed_paper");
    expect(marked(reply)).toEqual({
      [YEAR ?? ""]: "matched",
      "三.1": "matched",
      "三.4": "also",
      [BAN ?? ""]: "also",
      "四.7": "also",
    });
    const { verdict, text } = blockOf(reply, "conduct");
    expect(verdict).toBe("tier");
    expect(text[0]).toBe("对应规则：评价中使用手机、耳机、智能手表等电子设备");
    expect(reply.text).toContain(text.join("\n"));
  });

  it("marks what is possible where it depends, and says nothing more in words", () => {
    const reply = answered("conduct.phone_brought");
    expect(marked(reply)).toEqual({
      [SUBJECT ?? ""]: "possible",
      "二.1": "possible",
      [YEAR ?? ""]: "possible",
      "三.1": "possible",
    });
    expect(blockOf(reply, "conduct")).toMatchObject({ verdict: "depends", text: [] });
    expect(reply.text).not.toMatch(/处理：|对应规则|\n\n/u);
  });

  it("marks nothing where the notice punishes nothing", () => {
    const reply = answered("conduct.phone_put_away");
    expect(marked(reply)).toEqual({});
    expect(blockOf(reply, "conduct").verdict).toBe("none");
  });

  it("has all four tiers, and of their rules only those that are marked", () => {
    for (const [id, { tier }] of pack.answers) {
      if (tier === undefined) continue;
      for (const { tiers } of blocksOf(answered(id), "conduct")) {
        expect(tiers.map((one) => one.id)).toEqual([VOID, SUBJECT, YEAR, BAN]);
        for (const one of tiers)
          expect([id, one.mark !== undefined]).toEqual([id, one.rules.length > 0]);
      }
    }
  });

  it("never matches another tier than the entry names", () => {
    for (const [id, { tier }] of pack.answers)
      for (const { tiers, verdict } of blocksOf(answered(id), "conduct")) {
        const matched = tiers.filter(({ mark }) => mark === "matched").map((one) => one.id);
        expect([id, matched]).toEqual([id, verdict === "tier" ? [tier] : []]);
      }
  });
});

describe("the scale itself", () => {
  it("has every rule, none of them marked, and the same in plain words", () => {
    const reply = answered("conduct.overview");
    const { tiers, verdict, text } = blockOf(reply, "conduct");
    expect(verdict).toBe("all");
    expect(marked(reply)).toEqual({});
    const rules = tiers.flatMap((tier) => tier.rules.map(({ id }) => id));
    expect(rules).toEqual(pack.conduct.rules.map(({ id }) => id));
    expect(text).toContain("附件2 二：取消当次该科目成绩");
    expect(text).toContain("4. 其他违反考场规则、还不算作弊的行为");
  });

  it("shows one tier as matched, with its rules", () => {
    const reply = answered("conduct.tier_subject");
    expect(marked(reply)).toEqual({ [SUBJECT ?? ""]: "matched" });
    const { tiers } = blockOf(reply, "conduct");
    expect(tiers.map(({ rules }) => rules.length)).toEqual([0, 4, 0, 0]);
  });
});
