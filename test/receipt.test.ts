import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactValue, Facts } from "../machines/words.ts";
import type { Pack } from "../src/knowledge/pack.ts";
import { createReceipts } from "../src/receipt.ts";
import { createFactReader } from "../src/rules/facts.ts";
import { outcomesOf } from "../src/rules/outcomes.ts";
import { names, pack } from "./quanmeiti-pack.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const TODAY = "2026-05-20";

const receiptsOf = (of: Pack = pack, secret = SECRET) =>
  createReceipts({ pack: of, names, secret });
const { issue, open } = receiptsOf();

const months = fc.nat({ max: 600 });
const fact = fc.constantFrom(...pack.interview).chain((question) => {
  const ids = question.options.map(({ id }) => id);
  const value: fc.Arbitrary<FactValue> = fc.oneof(
    fc.constant(null),
    fc.constantFrom(...ids, "none", "all", "三级"),
    fc.array(months, { minLength: 1, maxLength: 2 }),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
  const id = question.another
    ? fc.constantFrom(question.id, `${question.id}.2`)
    : fc.constant(question.id);
  return fc.tuple(id, value);
});
const facts: fc.Arbitrary<Facts> = fc.array(fact, { maxLength: 14 }).map(Object.fromEntries);
const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Issued by the first version of receipts: printed codes must open as long as their notice holds. */
const PRINTED = {
  code: "hhqvSI4q7dhcs1tqlmNOzotWKixNzMtNzSzJ1AWZiDDawFTXyABkCNyGp7NnP9-1HNmLT3ZMfr58IkgE5leUuIB6Vun5lK1P1054OrXtaddCeBQZmZvpGJmbxdbqVMNMhjgRwoE6FORGAA",
  facts: {
    target: "四级",
    school: "专科",
    status: "final_year",
    major: "电子商务",
    age: [276, 276],
  },
  outcomes: { 四级: { verdict: "eligible", met: ["四级(3)"], unsure: [] } },
};

const YOUNG: Facts = { age: [276], school: "专科", status: "final_year", major: "电子商务" };

/** An interview as most go: one level, a diploma, work, a certificate and no title. */
const STANDARD: Facts = {
  target: "三级",
  age: [336],
  school: "本科",
  status: "graduated",
  major: "unlisted",
  occupation: "网络编辑",
  work_years: [65, 65],
  certificate: "四级",
  certificate_occupation: "own",
  certificate_years: [18, 18],
  title: "none",
};

describe("a receipt", () => {
  test("brings back what it was issued for, whatever that was", () => {
    const read = createFactReader(pack.interview, names);
    fc.assert(
      fc.property(facts, day, (told, issued) => {
        const code = issue(told, issued);
        expect(code).toMatch(/^[\w-]+$/u);
        const outcomes = outcomesOf(pack, read, told);
        const receipt = { facts: told, issued, version: pack.meta.version, outcomes };
        expect(open(code, "2026-12-31")).toEqual(receipt);
        expect(Object.keys(told)).toEqual(Object.keys(factsIn(code))); // 返回 takes back the last
        expect(receiptsOf().issue(told, issued)).toBe(code);
      }),
      { numRuns: 300 },
    );
  });

  test("is short enough to be sent, printed and scanned", () => {
    expect(issue(STANDARD, TODAY).length).toBeLessThan(200);
    expect(issue({ target: "四级", ...YOUNG }, TODAY).length).toBeLessThan(150);
  });

  test("printed long ago still opens", () => {
    const { code, facts: told, outcomes } = PRINTED;
    expect(open(code, TODAY)).toEqual({ facts: told, outcomes, issued: TODAY, version: 1 });
  });

  test("says nothing of the registration", () => {
    const told = { ...YOUNG, applicant: "个人", level: "四级", direction: "直播运营", month: "6" };
    expect(factsIn(issue(told, TODAY))).toEqual(YOUNG);
  });
});

describe("what is no receipt of ours is refused:", () => {
  const code = issue(STANDARD, TODAY);

  test("one with any single character changed, left out or added", () => {
    const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let at = 0; at < code.length; at++) {
      const [before, after] = [code.slice(0, at), code.slice(at + 1)];
      for (const sign of signs.replace(code.charAt(at), ""))
        expect(open(before + sign + after, TODAY)).toBe("receipt_tampered");
      expect(open(before + after, TODAY)).toBe("receipt_tampered");
      expect(open(`${before}A${code.slice(at)}`, TODAY)).toBe("receipt_tampered");
    }
  });

  test("anything else", () => {
    for (const other of [
      "",
      "A",
      `${code}=`,
      `${code}\n`,
      ` ${code}`,
      code.toLowerCase(),
      code + code,
    ])
      expect(open(other, TODAY)).toBe("receipt_tampered");
    fc.assert(fc.property(fc.string(), (text) => open(text, TODAY) === "receipt_tampered"));
  });

  test("one that was signed by another secret", () => {
    const other = receiptsOf(pack, SECRET.toUpperCase());
    expect(other.open(code, TODAY)).toBe("receipt_tampered");
  });

  test("one whose notice is over, at the end of its last day", () => {
    expect(open(code, "2026-12-31")).toMatchObject({ issued: TODAY });
    expect(open(code, "2027-01-01")).toBe("receipt_expired");
  });

  test("one of another notice", () => {
    const other = receiptsOf({ ...pack, meta: { ...pack.meta, id: "quanmeiti-2027" } });
    expect(other.open(code, TODAY)).toBe("receipt_other_pack");
  });
});

test("a newer version of the pack opens it, without what it no longer asks for", () => {
  const interview = pack.interview.filter(({ id }) => !id.startsWith("title"));
  const newer = receiptsOf({ ...pack, interview, meta: { ...pack.meta, version: 2 } });
  const { title: _, ...kept } = STANDARD;
  expect(newer.open(issue(STANDARD, TODAY), TODAY)).toMatchObject({ facts: kept, version: 1 });
});

function factsIn(code: string): Facts {
  const opened = open(code, TODAY);
  if (typeof opened === "string") throw new Error(opened);
  return opened.facts;
}
