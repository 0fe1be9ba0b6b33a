import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, createNormaliser } from "../../src/understanding/normalise.ts";
import { pack } from "../quanmeiti-pack.ts";

const normalise = createNormaliser(pack.vocabulary.spelling);
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
    expect(normalise("  四级   三级  ")).toBe("四级 三级");
  });

  it("leaves a plain sentence as it is", () => {
    expect(normalise("三级多少钱")).toBe("三级多少钱");
    expect(normalise("")).toBe("");
    expect(normalise("\u{1F600}\u{FE0F}")).toBe("");
  });

  it("keeps figures, which decide", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (figure) => {
        expect(normalise(`${figure}`)).toBe(`${figure}`);
      }),
    );
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
