import fc from "fast-check";
import { expect, test } from "vitest";
import { createHomophones } from "../../src/understanding/homophones.ts";
import { pairOf } from "../../src/understanding/whole-numbers.ts";

const words = Int32Array.of(pairOf("不".charCodeAt(0), "考".charCodeAt(0)));
const mend = createHomophones(["准考证", "补考", "证𠮷"], {
  sounds: { zhun: "准准谆", kao: "考烤", zheng: "证正政", bu: "补不步" },
  slips: {},
  words,
});

test("a term is put where its sound was typed, wherever it stands, and more than once", () => {
  expect(mend("准考正")).toBe("准考证");
  expect(mend("我的谆考证和补烤")).toBe("我的准考证和补考");
  expect(mend("补烤补烤")).toBe("补考补考");
});

test("what shares no character with it, is a word itself or ends too early is left alone", () => {
  for (const text of ["谆烤正", "步烤", "不考", "准考", "考", ""]) expect(mend(text)).toBe(text);
});

test("a sign of two codes is compared as a whole", () => {
  expect(mend("正𠮷")).toBe("证𠮷");
  for (const text of ["证𠮶", "证\ud842", "正𠮶"]) expect(mend(text)).toBe(text);
});

test("any text comes out as long as it came in", () => {
  const sign = fc.constantFrom("准", "谆", "考", "烤", "正", "证", "不", "步", "补", "𠮷", "a");
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => {
      expect(mend(text)).toHaveLength(text.length);
    }),
  );
});
