import fc from "fast-check";
import { Converter, Locale } from "opencc-js/t2cn";
import { expect, test } from "vitest";
import { createSimplified } from "../../src/understanding/simplified.ts";

const simplified = createSimplified();
/** It looks at every text as a whole. */
const convert = Converter({ from: "t", to: "cn" });

test("every sign alone comes out as the library has it", () => {
  for (let code = 0; code < 2 ** 16; code++) {
    const sign = String.fromCharCode(code);
    expect([sign, simplified(sign)]).toEqual([sign, convert(sign)]);
  }
});

test("so does every phrase of its dictionaries, between other words", () => {
  const entries = (Locale.to["cn"] ?? []).flat().flatMap((all: unknown) => String(all).split("|"));
  expect(entries.length).toBeGreaterThan(3000);
  for (const entry of entries) {
    const text = `请问${entry.split(" ", 1)[0]}四级`;
    expect([text, simplified(text)]).toEqual([text, convert(text)]);
  }
});

test("and any text", () => {
  const unit = fc.constantFrom(...Array.from("補考費多少錢一目瞭然沈思後天皇后報名𠮷考证乾坤著"));
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit: "grapheme" }), (one, other) => {
      expect(simplified(one + other)).toBe(convert(one + other));
    }),
  );
});
