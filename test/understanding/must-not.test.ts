import { describe, expect, it } from "vitest";
import { candidate } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";
import { answered, heard } from "./heard.ts";
import { INJECTIONS, OUTSIDE, RETAKE_FEE } from "./messages.ts";

const AMOUNT = /\d\s*元|[一二三四五六七八九两]百|半价的/u;

/** Everything that is said in reply to a first message. */
function said(text: string): string {
  return candidate()
    .say(text)
    .replies.map((reply) => reply.text)
    .join("\n");
}

/** Answered as outside this exam, or not at all. */
function expectNotInScope(text: string): void {
  const event = heard(text);
  expect(["ASK", "UNSURE", "UNCLEAR"]).toContain(event.type);
  for (const { id, kind } of answered(event)) expect([id, kind]).toEqual([id, "outside"]);
}

describe("never answered as part of this exam:", () => {
  it.each(OUTSIDE)("%s", expectNotInScope);
  it.each(INJECTIONS)("%s", expectNotInScope);
});

describe("an attempt to misuse", () => {
  it.each(INJECTIONS)("gets no verdict and no price: %s", (text) => {
    const turn = candidate().say(text);
    expect(turn.state).not.toContain("verdict");
    for (const reply of turn.replies) {
      expect(reply.text).not.toContain("✅");
      expect(reply.text).not.toMatch(AMOUNT);
    }
  });
});

describe("the fee of a retake", () => {
  it.each(RETAKE_FEE)("is never told as a figure: %s", (text) => {
    expect(said(text)).not.toMatch(AMOUNT);
    for (const { kind, show } of answered(heard(text))) {
      expect(kind).toBe("silent");
      expect(show).toEqual([]);
    }
  });

  it("is not told either for any level and direction (A15)", () => {
    for (const { direction = "", level } of pack.projects.projects)
      for (const text of [`${direction}${level}补考费多少`, `${level}${direction}补考要交多少钱`])
        expect([text, AMOUNT.exec(said(text))]).toEqual([text, null]);
  });

  it("is not told when asked for in the middle of an interview", () => {
    const who = candidate();
    who.say("资格自测");
    const turn = who.say("补考费是多少钱");
    expect(turn.state).toBe("eligibility.asking");
    for (const reply of turn.replies) expect(reply.text).not.toMatch(AMOUNT);
  });
});

describe("the fee of another occupation", () => {
  it.each(pack.occupations.related.map(({ name }) => name))("is never told: %s", (name) => {
    expect(said(`${name}三级多少钱`)).not.toMatch(AMOUNT);
    expect(said(`${name}四级考试费用多少`)).not.toMatch(AMOUNT);
  });
});

describe("so few signs tell of nobody that he broke a rule:", () => {
  it.each([
    "打卡",
    "在考",
    "抽空",
    "买书",
    "偷懒",
    "作品",
    "换单位",
    "去考",
    "跟朋友去考",
    "打算去考四级",
    "打听一下",
  ])("%s", (text) =>
    expect(answered(heard(text)).filter(({ tier }) => tier !== undefined)).toEqual([]),
  );

  it.each(["生病了", "告诉我", "走路"])("and that he swore or commanded: %s", (text) => {
    expect(answered(heard(text))).toEqual([]);
  });

  it.each([
    ["抽烟", "二.3"],
    ["打监考", "四.7"],
    ["有代考吗", "四.4"],
    ["找人代考", "四.4"],
    ["帮同事去考", "四.4"],
    ["做假证明", "四.1"],
  ])("but %s does, of %s", (text, rule) => {
    expect(answered(heard(text))).toMatchObject([{ rule }]);
  });
});
