import { describe, expect, it } from "vitest";
import { understood } from "../../src/commands/understand.ts";
import { bare } from "../../src/understanding/normalise.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

/** What was done, told with each way that it may have gone on: the tier follows from how it went on. */
const COURSES: Readonly<Record<string, readonly string[]>> = {
  none: [
    "平板揣在身上，监考说了我马上放到前面",
    "词典忘在桌上，提醒以后就收走了",
    "坐到别人那儿去了，说了一句我立刻回来",
    "在里面说笑，老师一讲就停了",
    "脚一滑把机箱撞倒了，真不是故意",
    "考试的是我自己，非说我冒名",
  ],
  subject: [
    "平板让我放前面，我偏不放",
    "词典叫收，我没收",
    "让我坐回去，我坐着不动",
    "在里面说笑，讲了三遍还在说",
    "烟叫我灭，我照样抽",
  ],
  depends: [
    "平板一直在我身上没用过",
    "词典放在桌上没翻",
    "坐到别人座位上了",
    "瞅了旁边屏幕一眼，什么都没写",
    "枪手找好了，后来没让他去",
    "群里说好传答案，我没参与",
  ],
  all_subjects_this_year: [
    "拿平板查了一道题",
    "考试时回了老婆一条微信",
    "照着旁边人的写了一道",
    "想抄来着，还没抄到就被抓",
    "考完好久才查出我当时抄了别人的",
  ],
  ban_2_or_5_years: [
    "叫表哥替我进考场",
    "跟同桌事先说好打暗号",
    "花钱提前弄来了考题",
    "拿证一年后查出是别人替考的",
  ],
};

const told = Object.entries(COURSES).flatMap(([tier, texts]) =>
  texts.map((text) => ({ text, tier })),
);

describe("how an act went on", () => {
  it("decides the tier, whatever it was done with, in nine messages of ten", () => {
    const wrong = told
      .map(({ text, tier }) => ({ text, tier, ...understood(assistant, [], text, AT) }))
      .filter(({ tier, entities }) => entities["tier"] !== tier)
      .map(({ text, tier, answer }) => `${text}: ${tier} → ${answer}`);
    const few = wrong.length <= told.length / 10;
    expect([few, ...(few ? [] : wrong)]).toEqual([true]);
  });

  it("is told in no example of the pack", () => {
    const examples = new Set(
      [...pack.answers.values()].flatMap((answer) => answer.examples.map(bare)),
    );
    expect(told.filter(({ text }) => examples.has(bare(text)))).toEqual([]);
  });
});
