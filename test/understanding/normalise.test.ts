import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, createNormaliser, createPlain } from "../../src/understanding/normalise.ts";
import { learned, pack } from "../quanmeiti-pack.ts";

const normalise = createNormaliser(pack.vocabulary, learned.spelling);
const anyText = fc.string({ unit: "binary", maxLength: 60 });
const anyScript = fc.string({ unit: "grapheme", maxLength: 60 });
/** Slips of the pack, letters and signs that may make new slips when one is mended. */
const slipSigns = [...new Set(Object.keys(pack.vocabulary.spelling).join(""))];
const nearSlips = fc
  .array(fc.constantFrom(...slipSigns, ...Object.keys(pack.vocabulary.spelling), " ", "😀", "Ａ"))
  .map((parts) => parts.join(""));

describe("normalising", () => {
  it.each([
    ["any unicode", anyText],
    ["any script", anyScript],
    ["what looks like the pack's slips", nearSlips],
  ])("%s twice is the same as once", (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(["身分正书", "身分正明", "准考正证正书", "神马么么", "Ϊ\u{301}Ϊ", "Ή\u{345}ῌ"])(
    "%s twice is the same as once, though mending makes a new slip",
    (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    },
  );

  it("mends every slip of the pack", () => {
    for (const [slip, meant] of Object.entries(pack.vocabulary.spelling))
      expect([slip, normalise(slip)]).toEqual([slip, normalise(meant)]);
  });

  it("does not tell apart width, case, emoji, control characters and stretched letters", () => {
    expect(normalise("４级")).toBe("4级");
    expect(normalise("ＨＥＬＬＯ")).toBe("hello");
    expect(normalise("四级😀多少钱👍🏽")).toBe(normalise("四级 多少钱"));
    expect(normalise("四级\u{200B}\u{7}多少钱")).toBe(normalise("四级 多少钱"));
    expect(normalise("求求求求求了")).toBe(normalise("求求求了"));
    expect(normalise("𠮷𠮷𠮷𠮷了")).toBe(normalise("𠮷𠮷了"));
    expect(normalise("  四级   三级  ")).toBe("四级 三级");
  });

  it("leaves a plain sentence as it is", () => {
    expect(normalise("三级多少钱")).toBe("三级多少钱");
    expect(normalise("")).toBe("");
    expect(normalise("\u{1F600}\u{FE0F}")).toBe("");
  });

  it("puts a figure and its unit together, and nothing else that comes after it", () => {
    expect(normalise("9 月报 ４ 级")).toBe("9月报 4级");
    expect(normalise("三级收500 能退吗")).toBe("三级收500 能退吗");
  });

  it("keeps figures, which decide", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (figure) => {
        expect(normalise(`${figure}`)).toBe(`${figure}`);
      }),
    );
  });
});

/** What candidates type, and what they mean by it. */
const MEANT: Readonly<Record<string, string>> = {
  準考證丟了怎麼辦: "准考证丢了怎么办",
  報名費多少錢: "报名费多少钱",
  學歷要求: "学历要求",
  補考什麼時候: "补考什么时候",
  證書遺失: "证书遗失",
  zhengshu丢勒咋整: "证书丢了咋整",
  bao名要什么cailiao: "报名要什么材料",
  补kao怎么报: "补考怎么报",
  zhunkaozheng打印: "准考证打印",
  ｂａｏｍｉｎｇ: "报名",
  BAOMING: "报名",
  kaochang在哪: "考场在哪",
  准考正能打了吗: "准考证能打了吗",
  神份证过期了: "身份证过期了",
  身分证: "身份证",
  正书丢了: "证书丢了",
  申抱条件: "申报条件",
  合歌线: "合格线",
  成机什么时候出: "成绩什么时候出",
  不是应界生: "不是应届生",
  "４ 级": "4级",
  报4级多少米: "报4级多少钱",
  多少钱啊啊啊啊啊: "多少钱啊啊",
};

/** What sounds like a term, or holds the sound of one, and is another word. */
const LEFT: readonly string[] = [
  "我不考了",
  "电脑死机了",
  "收集资料",
  "转业军人能报吗",
  "国企员工",
  "这个时间段",
  "实践经验",
  "这件事件",
  "工资证明",
  "hello",
  "iphone能带吗",
  "用pr还是剪映",
  "osta能查吗",
  "我想问准考",
  "mcn公司",
];

describe("a slip", () => {
  it.each(Object.entries(MEANT))("%s means %s", (typed, meant) => {
    expect(normalise(typed)).toBe(meant);
  });

  it.each(LEFT)("is not seen in %s", (text) => {
    expect(normalise(text)).toBe(text);
  });

  it("is seen in an example of the pack only where it was typed as one", () => {
    const plain = createPlain(pack.vocabulary);
    const mended = [...pack.answers.values()]
      .flatMap(({ title, examples }) => [title, ...examples])
      .filter((text) => normalise(text) !== plain(text));
    expect(mended.filter((text) => !/[a-z]{4}/u.test(text))).toEqual([]);
  });
});

describe("bare text", () => {
  it("has letters and digits only", () => {
    expect(bare("四级，多少 钱？!")).toBe("四级多少钱");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(bare(text)).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });
});
