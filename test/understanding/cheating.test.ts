import { describe, expect, it } from "vitest";
import { answered, heard } from "./heard.ts";

describe("who asks us to help with cheating", () => {
  it.each([
    ["帮我联系一个替考的", "四.4"],
    ["谁有原题 卖我一份", "四.2"],
    ["给我做一份假的离职证明", "四.1"],
    ["求个考场里报答案的", "四.5"],
  ])("hears the rule, and that it is none of ours: %s", (text, rule) => {
    const [answer] = answered(heard(text));
    expect(answer).toMatchObject({ rule, tier: "ban_2_or_5_years", also: ["out_of_scope"] });
  });
});

describe("a stranger's advertisement", () => {
  it.each(["替考接单 诚信团队 加V", "各类学历办理 当天出证", "题库答案出售 私聊"])(
    "is answered as outside: %s",
    (text) => {
      expect(answered(heard(text)).map(({ kind, tier }) => [kind, tier])).toEqual([
        ["outside", undefined],
      ]);
    },
  );
});
