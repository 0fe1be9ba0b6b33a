import { describe, expect, it } from "vitest";
import type { Facts } from "../../machines/words.ts";
import { LEVELS, verdictsOf } from "./answer-space.ts";

const ADULT: Facts = { age: "over", school: "普通高中", status: "graduated" };
const NOTHING_ELSE: Facts = {
  occupation: "none",
  certificate: "none",
  "school.2": "none",
  "occupation.2": "none",
  "certificate.2": "none",
  title: "none",
};

function verdict(level: string, facts: Facts): string | undefined {
  return verdictsOf({ ...ADULT, ...NOTHING_ELSE, ...facts })[LEVELS.indexOf(level)];
}

describe("the facts of an interview", () => {
  it("turn at the options for years of work", () => {
    const worked = (work_years: string) => ({ occupation: "related", work_years });
    expect(verdict("四级", worked("under_5"))).toBe("not_eligible");
    expect(verdict("四级", worked("from_5"))).toBe("eligible");
    expect(verdict("三级", worked("from_5"))).toBe("not_eligible");
    expect(verdict("三级", worked("from_10"))).toBe("eligible");
  });

  it("turn at the month where years are typed, and are open where the range straddles it", () => {
    const worked = (from: number, ...to: number[]) => ({
      occupation: "own",
      work_years: [from, ...to],
    });
    expect(verdict("四级", worked(59, 59))).toBe("not_eligible");
    expect(verdict("四级", worked(60, 60))).toBe("eligible");
    expect(verdict("四级", worked(59, 60))).toBe("needs_confirmation");
    expect(verdict("四级", worked(60))).toBe("eligible");
    expect(verdict("三级", worked(60))).toBe("needs_confirmation");
    expect(verdict("三级", worked(119, 119))).toBe("not_eligible");
    expect(verdict("三级", worked(120, 120))).toBe("eligible");
  });

  it("turn at the options for years after a certificate", () => {
    const holds = (certificate: string, certificate_years: string) => ({
      certificate,
      certificate_occupation: "related",
      certificate_years,
    });
    expect(verdict("四级", holds("五级", "under_3"))).toBe("not_eligible");
    expect(verdict("四级", holds("五级", "from_3"))).toBe("eligible");
    expect(verdict("三级", holds("四级", "from_3"))).toBe("not_eligible");
    expect(verdict("三级", holds("四级", "from_4"))).toBe("eligible");
  });

  it("turn at sixteen years, with three months to be confirmed before", () => {
    const aged = (age: string | number[]) => verdict("四级", { ...worked, age });
    const worked = { occupation: "own", work_years: "from_10" };
    expect(aged("over")).toBe("eligible");
    expect(aged("borderline")).toBe("needs_confirmation");
    expect(aged("under")).toBe("not_eligible");
    expect(aged([192, 203])).toBe("eligible");
    expect(aged([188, 188])).toBe("not_eligible");
    expect(aged([189, 189])).toBe("needs_confirmation");
  });

  it("take a typed major or occupation by its name", () => {
    const studied = (major: string) => ({ school: "专科", status: "graduated", major });
    expect(verdict("四级", studied("电子商务"))).toBe("eligible");
    expect(verdict("四级", studied("数字媒体技术"))).toBe("needs_confirmation");
    expect(verdict("四级", studied("新闻学"))).toBe("not_eligible");
    const worked = (occupation: string) => ({ occupation, work_years: "from_5" });
    expect(verdict("四级", worked("网络编辑"))).toBe("eligible");
    expect(verdict("四级", worked("主播"))).toBe("needs_confirmation");
    expect(verdict("四级", worked("司机"))).toBe("not_eligible");
  });

  it("let an earlier diploma count beside the highest one (A8)", () => {
    const studying = { school: "本科", status: "studying", major: "listed" };
    expect(verdict("四级", studying)).toBe("not_eligible");
    expect(verdict("四级", { ...studying, "school.2": "专科", "major.2": "listed" })).toBe(
      "eligible",
    );
    expect(
      verdict("三级", { ...studying, "school.2": "技工院校高级工班", "major.2": "listed" }),
    ).toBe("eligible");
  });

  it("give a title no more than a confirmation, as the notice has no table (A3)", () => {
    const titled = (title: string, title_years: string) => ({ title, title_years });
    expect(verdict("三级", titled("junior", "from_1"))).toBe("needs_confirmation");
    expect(verdict("三级", titled("junior", "under_1"))).toBe("not_eligible");
    expect(verdict("三级", titled("middle", "from_1"))).toBe("needs_confirmation");
  });
});
