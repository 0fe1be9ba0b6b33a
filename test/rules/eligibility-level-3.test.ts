import { describe, expect, it } from "vitest";
import { around, standing, verdict } from "./assessed.ts";

const diploma = (school_type: string, status = "graduated", major_match = "listed") => ({
  school_type,
  status,
  major_match,
});
const certificate = (level: string, match: string, years_worked_after = 0) => ({
  level,
  match,
  years_worked_after,
});

describe("三级(1): ten years of work", () => {
  const [less, exact, more] = around(10);

  it.each(["own", "related"])("turns at ten years of %s work", (match) => {
    expect(standing("三级(1)", { work: [{ match, years: less }] })).toBe("unmet");
    expect(standing("三级(1)", { work: [{ match, years: exact }] })).toBe("met");
    expect(standing("三级(1)", { work: [{ match, years: more }] })).toBe("met");
  });

  it("adds up jobs and asks about those that are not clear", () => {
    const work = (match: string, years: number) => [
      { match: "own", years: 6 },
      { match, years },
    ];
    expect(standing("三级(1)", { work: work("related", 4) })).toBe("met");
    expect(standing("三级(1)", { work: work("unclear", 4) })).toBe("unsure");
    expect(standing("三级(1)", { work: work("unclear", 3.92) })).toBe("unmet");
    expect(standing("三级(1)", { work: work("unlisted", 30) })).toBe("unmet");
  });
});

describe("三级(2): a 四级 certificate and four years after it", () => {
  const [less, exact, more] = around(4);

  it.each(["own", "related"])("turns at four years after a %s certificate", (match) => {
    const after = (years: number) => ({ certificates: [certificate("四级", match, years)] });
    expect(standing("三级(2)", after(less))).toBe("unmet");
    expect(standing("三级(2)", after(exact))).toBe("met");
    expect(standing("三级(2)", after(more))).toBe("met");
  });

  it("takes no other certificate, and asks about one that is not clear or is higher", () => {
    const after = (level: string, match: string) => ({
      certificates: [certificate(level, match, 9)],
    });
    expect(standing("三级(2)", after("四级", "unlisted"))).toBe("unmet");
    expect(standing("三级(2)", after("五级", "own"))).toBe("unmet");
    expect(standing("三级(2)", after("四级", "unclear"))).toBe("unsure");
    for (const level of ["三级", "二级", "一级"])
      expect([level, standing("三级(2)", after(level, "own"))]).toEqual([level, "unsure"]);
  });

  it("does not count years before the certificate", () => {
    const work = [{ match: "own", years: 9.92 }];
    const certificates = [certificate("四级", "own", less)];
    expect(standing("三级(2)", { work, certificates })).toBe("unmet");
    expect(verdict("三级", { work, certificates })).toBe("not_eligible");
  });
});

describe("三级(3): a junior title and one year after it", () => {
  const title = (name: string, years_worked_after: number, field_match: string | null) => ({
    title: { name, years_worked_after, field_match },
  });
  const [less, exact, more] = around(1);

  it("turns at one year where the field is known to correspond", () => {
    expect(standing("三级(3)", title("初级职称", less, "match"))).toBe("unmet");
    expect(standing("三级(3)", title("初级职称", exact, "match"))).toBe("met");
    expect(standing("三级(3)", title("助理工程师", more, "match"))).toBe("met");
  });

  it("is to be confirmed while nobody says that the field corresponds (A3)", () => {
    expect(standing("三级(3)", title("初级职称", exact, null))).toBe("unsure");
    expect(standing("三级(3)", title("初级职称", exact, "unclear"))).toBe("unsure");
    expect(standing("三级(3)", title("初级职称", less, null))).toBe("unmet");
    expect(standing("三级(3)", title("初级职称", exact, "unlisted"))).toBe("unmet");
  });

  it("is to be confirmed for a higher title (A3)", () => {
    expect(standing("三级(3)", title("中级职称", exact, "match"))).toBe("unsure");
    expect(standing("三级(3)", title("高级职称", exact, "match"))).toBe("unsure");
  });

  it("fails without a title and is to be confirmed where it is unknown", () => {
    expect(standing("三级(3)", {})).toBe("unmet");
    expect(standing("三级(3)", { title: null })).toBe("unsure");
  });
});

describe("三级(4): 高级工班 in a listed major", () => {
  it("takes 高级工班 and nothing else", () => {
    const at = (school: string) => standing("三级(4)", { education: [diploma(school)] });
    for (const school of ["技工院校高级工班", "预备技师班", "技师班"])
      expect(at(school)).toBe("met");
    for (const school of ["技工院校", "中等职业学校", "专科", "本科", "普通高中"])
      expect([school, at(school)]).toEqual([school, "unmet"]);
  });

  it("turns on status and major", () => {
    const at = (status: string, major?: string) =>
      standing("三级(4)", { education: [diploma("技工院校高级工班", status, major)] });
    expect(at("final_year")).toBe("met");
    expect(at("studying")).toBe("unmet");
    expect(at("unclear")).toBe("unsure");
    expect(at("graduated", "unlisted")).toBe("unmet");
    expect(at("graduated", "unclear")).toBe("unsure");
  });
});

describe("三级(5): a 四级 certificate and a diploma in a listed major (A14)", () => {
  const both = (school: string, level = "四级", match = "own") => ({
    education: [diploma(school)],
    certificates: [certificate(level, match)],
  });

  it.each(["高等职业学校", "专科", "本科", "研究生"])("needs both, and takes %s", (school) => {
    expect(standing("三级(5)", both(school))).toBe("met");
    expect(standing("三级(5)", both(school, "四级", "related"))).toBe("met");
    expect(standing("三级(5)", { education: [diploma(school)] })).toBe("unmet");
    expect(standing("三级(5)", { certificates: [certificate("四级", "own", 3)] })).toBe("unmet");
  });

  it("takes no school below 专科, no other level, no unlisted occupation", () => {
    for (const school of ["中等职业学校", "技工院校", "技工院校高级工班", "普通高中"])
      expect([school, standing("三级(5)", both(school))]).toEqual([school, "unmet"]);
    expect(standing("三级(5)", both("专科", "五级"))).toBe("unmet");
    expect(standing("三级(5)", both("专科", "四级", "unlisted"))).toBe("unmet");
  });

  it("is to be confirmed where either half is", () => {
    expect(standing("三级(5)", both("自考"))).toBe("unsure");
    expect(standing("三级(5)", both("境外学历"))).toBe("unsure");
    expect(standing("三级(5)", both("专科", "四级", "unclear"))).toBe("unsure");
    expect(standing("三级(5)", both("专科", "三级"))).toBe("unsure");
  });

  it("finds its halves among several diplomas and certificates", () => {
    const education = [diploma("本科", "graduated", "unlisted"), diploma("专科", "final_year")];
    const certificates = [certificate("五级", "own"), certificate("四级", "related")];
    expect(standing("三级(5)", { education, certificates })).toBe("met");
    expect(verdict("三级", { education, certificates })).toBe("eligible");
  });
});

describe("三级(6): an assessed school in a listed major (A2)", () => {
  it("is never more than to be confirmed, by all that a candidate can say", () => {
    for (const school of ["专科", "高职", "本科", "研究生"])
      expect([school, standing("三级(6)", { education: [diploma(school)] })]).toEqual([
        school,
        "unsure",
      ]);
    expect(verdict("三级", { education: [diploma("本科")] })).toBe("needs_confirmation");
  });

  it("fails for other schools, majors and those in the middle of their studies", () => {
    expect(standing("三级(6)", { education: [diploma("中等职业学校")] })).toBe("unmet");
    expect(standing("三级(6)", { education: [diploma("本科", "studying")] })).toBe("unmet");
    expect(standing("三级(6)", { education: [diploma("本科", "graduated", "unlisted")] })).toBe(
      "unmet",
    );
  });
});
