import { describe, expect, it } from "vitest";
import type { Block } from "../../src/message.ts";
import { asked, candidate } from "../quanmeiti-assistant.ts";
import { blockOf, blocksOf } from "./drawn.ts";

const INTERVIEW = ["do:self_check", "tell:target=四级", "tell:occupation=own"];
const REGISTRATION = ["do:register", "tell:applicant=个人", "tell:level=三级"];

function progressAfter(taps: readonly string[]): Extract<Block, { type: "progress" }> {
  const talk = candidate();
  const reply = taps
    .map((choice) => talk.tap(choice))
    .at(-1)
    ?.replies.at(-1);
  if (!reply) throw new Error("nothing was said");
  return blockOf(reply, "progress");
}

describe("the progress of the self-assessment", () => {
  it("is empty at first, and promises no number of questions", () => {
    expect(progressAfter(INTERVIEW.slice(0, 1))).toEqual({ type: "progress", told: [], text: [] });
  });

  it("has what was told, each with the choice that changes it", () => {
    const { told, left } = progressAfter(INTERVIEW);
    expect(told).toEqual([
      { label: "想考的等级", value: expect.stringContaining("四级"), change: "change:target" },
      { label: expect.any(String), value: expect.any(String), change: "change:occupation" },
    ]);
    expect(left).toBeUndefined();
  });

  it("leads back to the question when such a choice is tapped", () => {
    const talk = candidate();
    for (const choice of INTERVIEW) talk.tap(choice);
    expect(asked(talk.tap("change:target"))).toBe("target");
  });

  it("comes along when the question is asked again, and not with other answers", () => {
    const talk = candidate();
    for (const choice of INTERVIEW) talk.tap(choice);
    const [answer, question] = talk.say("报四级多少钱").replies;
    if (!answer || !question) throw new Error("two replies were expected");
    expect(blocksOf(answer, "progress")).toEqual([]);
    expect(blockOf(question, "progress").told).toHaveLength(2);
  });

  it("says nothing in plain words", () => {
    const talk = candidate();
    const [reply] = talk.tap("do:self_check").replies;
    if (!reply) throw new Error("nothing was asked");
    expect(reply.text).toBe(blockOf(reply, "paragraph").text);
  });
});

describe("the progress of the registration", () => {
  it("knows how many questions are left, because they are the same for everybody", () => {
    const left = REGISTRATION.map((_, at) => progressAfter(REGISTRATION.slice(0, at + 1)).left);
    expect(left).toEqual([4, 3, 2].map((count) => ({ least: count, most: count })));
  });

  it("has what was told for it, and nothing of the self-assessment", () => {
    const { told } = progressAfter([...INTERVIEW, ...REGISTRATION]);
    expect(told.map(({ change }) => change)).toEqual(["change:applicant", "change:level"]);
  });
});
