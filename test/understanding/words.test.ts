import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Distinct, createPlaces } from "../../src/understanding/whole-numbers.ts";
import { createFindWords } from "../../src/understanding/words.ts";

describe("words", () => {
  it("are found wherever a text has them, the longest first", () => {
    const sign = fc.constantFrom("考", "试", "费", "a", "𠀀", "\0");
    const text = fc.string({ unit: sign, maxLength: 12 });
    const words = fc.uniqueArray(fc.string({ unit: sign, maxLength: 4 }));
    fc.assert(
      fc.property(text, words, (all, some) => {
        const found: [word: string, at: number][] = [];
        createFindWords(some.map((word, at) => [word, at]))(all, (value, at, word) => {
          expect(some[value]).toBe(word);
          found.push([word, at]);
        });
        const each = Array.from({ length: all.length }, (_, at) =>
          some
            .filter((word) => word !== "" && all.startsWith(word, at))
            .toSorted((one, other) => other.length - one.length)
            .map((word) => [word, at]),
        );
        expect(found).toEqual(each.flat());
      }),
    );
  });

  it("that are the same stand for each of their values", () => {
    const found: number[] = [];
    createFindWords([
      ["证", 1],
      ["证书", 2],
      ["证", 3],
    ])("证书", (value) => found.push(value));
    expect(found).toEqual([2, 1, 3]);
  });
});

const numbers = fc.array(fc.oneof(fc.integer(), fc.integer({ min: 0, max: 9 })), {
  size: "large",
  maxLength: 600,
});

describe("whole numbers", () => {
  it("are each kept once, in the order in which they came, filling after filling", () => {
    const [often, distinct] = [new Distinct(1000), new Distinct()];
    fc.assert(
      fc.property(numbers, (all) => {
        often.clear(); // its places are cleared every few fillings
        for (const one of all) often.add(one);
        distinct.clear();
        for (const one of all) distinct.add(one);
        const kept = Array.from({ length: distinct.size }, (_, place) => distinct.at(place));
        expect(kept).toEqual([...new Set(all)]);
        expect(Array.from({ length: often.size }, (_, place) => often.at(place))).toEqual(kept);
      }),
    );
  });

  it("are told their places in a list, and that others have none", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), numbers, (list, others) => {
        const placeOf = createPlaces(Int32Array.from(list));
        for (const [place, one] of list.entries()) expect(placeOf(one)).toBe(place);
        for (const one of others)
          expect(placeOf(one)).toBe(list.includes(one) ? list.indexOf(one) : undefined);
      }),
    );
  });
});
