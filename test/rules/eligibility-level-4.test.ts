import { describe, expect, it } from "vitest";
import { assessed, around, standing, verdict } from "./assessed.ts";

describe("四级(1): five years of work", () => {
  const [less, exact, more] = around(5);

  it.each(["own", "related"])("turns at five years of %s work", (match) => {
    expect(standing("四级(1)", { work: [{ match, years: less }] })).toBe("unmet");
    expect(standing("四级(1)", { work: [{ match, years: exact }] })).toBe("met");
    expect(standing("四级(1)", { work: [{ match, years: more }] })).toBe("met");
  });

  it("does not count unlisted work and asks about work that is not clear", () => {
    expect(standing("四级(1)", { work: [{ match: "unlisted", years: 20 }] })).toBe("unmet");
    expect(standing("四级(1)", { work: [{ match: "unclear", years: 5 }] })).toBe("unsure");
    expect(standing("四级(1)", { work: [{ match: "unclear", years: less }] })).toBe("unmet");
    expect(standing("四级(1)", { work: [{ match: "还没想好", years: 5 }] })).toBe("unsure");
  });

  it("adds up several jobs, whatever stands between them (A10)", () => {
    const mixed = (related: number, match: string) => [
      { match: "own", years: 3 },
      { match: "unlisted", years: 4 },
      { match, years: related },
    ];
    expect(standing("四级(1)", { work: mixed(2, "related") })).toBe("met");
    expect(standing("四级(1)", { work: mixed(1.92, "related") })).toBe("unmet");
    expect(standing("四级(1)", { work: mixed(2, "unclear") })).toBe("unsure");
    expect(standing("四级(1)", { work: mixed(1.92, "unclear") })).toBe("unmet");
  });

  it("adds months to full years", () => {
    const work = [59, 1].map((months) => ({ match: "own", years: months / 12 }));
    expect(standing("四级(1)", { work })).toBe("met");
  });

  it("never counts internships for sure (A10)", () => {
    expect(standing("四级(1)", { internship_years: 6 })).toBe("unsure");
    expect(standing("四级(1)", { internship_years: less })).toBe("unmet");
    const work = [{ match: "own", years: 4 }];
    expect(standing("四级(1)", { work, internship_years: 1 })).toBe("unsure");
    expect(standing("四级(1)", { work, internship_years: 0.5 })).toBe("unmet");
    expect(standing("四级(1)", { work: [{ match: "own", years: 5 }], internship_years: 1 })).toBe(
      "met",
    );
  });

  it("asks where the length or all of the work is unknown, and fails where there is none", () => {
    expect(standing("四级(1)", { work: [{ match: "own", years: null }] })).toBe("unsure");
    expect(standing("四级(1)", { work: [{ match: null, years: 9 }] })).toBe("unsure");
    expect(standing("四级(1)", { work: null })).toBe("unsure");
    expect(standing("四级(1)", { work: [] })).toBe("unmet");
    expect(standing("四级(1)", {})).toBe("unmet");
  });
});

describe("四级(2): a related 五级 certificate and three years after it", () => {
  const [less, exact, more] = around(3);
  const holds = (match: string, level: string, years?: number | null) => ({
    certificates: [{ match, level, ...(years !== undefined && { years_worked_after: years }) }],
  });

  it("turns at three years after the certificate", () => {
    expect(standing("四级(2)", holds("related", "五级", less))).toBe("unmet");
    expect(standing("四级(2)", holds("related", "五级", exact))).toBe("met");
    expect(standing("四级(2)", holds("related", "五级", more))).toBe("met");
    expect(standing("四级(2)", holds("related", "初级工", exact))).toBe("met");
  });

  it("is to be confirmed for a 五级 of the own occupation, which the notice does not name (A1)", () => {
    expect(standing("四级(2)", holds("own", "五级", 3))).toBe("unsure");
    expect(standing("四级(2)", holds("own", "五级", less))).toBe("unmet");
    expect(verdict("四级", holds("own", "五级", 3))).toBe("needs_confirmation");
  });

  it("takes no unlisted certificate and asks about one that is not clear", () => {
    expect(standing("四级(2)", holds("unlisted", "五级", 9))).toBe("unmet");
    expect(standing("四级(2)", holds("unclear", "五级", 3))).toBe("unsure");
    expect(standing("四级(2)", holds("unclear", "五级", less))).toBe("unmet");
  });

  it("counts only work after the certificate, not before", () => {
    const work = [{ match: "related", years: 4.92 }];
    expect(standing("四级(2)", { work, ...holds("related", "五级", 0) })).toBe("unmet");
    expect(standing("四级(2)", { work, ...holds("related", "五级") })).toBe("unmet");
    expect(standing("四级(2)", { work, ...holds("related", "五级", 3) })).toBe("met");
  });

  it("counts no years after it that were spent in other work", () => {
    const work = [{ match: "unlisted", years: 10 }];
    expect(standing("四级(2)", { work, ...holds("related", "五级", 3) })).toBe("unmet");
    const unclear = [{ match: "unclear", years: 10 }];
    expect(standing("四级(2)", { work: unclear, ...holds("related", "五级", 3) })).toBe("unsure");
  });

  it("asks where level, occupation or years are unknown", () => {
    expect(standing("四级(2)", holds("related", "五级", null))).toBe("unsure");
    expect(
      standing("四级(2)", {
        certificates: [{ match: "related", level: null, years_worked_after: 3 }],
      }),
    ).toBe("unsure");
    expect(standing("四级(2)", { certificates: null })).toBe("unsure");
    expect(standing("四级(2)", { certificates: [] })).toBe("unmet");
  });

  it("lets the best certificate count", () => {
    const certificates = [
      { match: "unlisted", level: "五级", years_worked_after: 9 },
      { match: "related", level: "五级", years_worked_after: 3 },
      { match: "related", level: "五级", years_worked_after: 1 },
    ];
    expect(standing("四级(2)", { certificates })).toBe("met");
    expect(standing("四级(2)", { certificates: certificates.toReversed() })).toBe("met");
  });
});

describe("四级(3): a diploma in a listed major", () => {
  const diploma = (
    school_type: string | null,
    status: string | null,
    major_match: string | null,
  ) => ({
    education: [{ school_type, status, major_match }],
  });

  it.each([
    "技工院校",
    "技工院校高级工班",
    "中等职业学校",
    "专科",
    "高等职业学校",
    "本科",
    "研究生",
  ])("takes %s, finished or in its last year", (school) => {
    expect(standing("四级(3)", diploma(school, "graduated", "listed"))).toBe("met");
    expect(standing("四级(3)", diploma(school, "final_year", "listed"))).toBe("met");
    expect(standing("四级(3)", diploma(school, "studying", "listed"))).toBe("unmet");
    expect(standing("四级(3)", diploma(school, "unclear", "listed"))).toBe("unsure");
    expect(standing("四级(3)", diploma(school, "graduated", "unlisted"))).toBe("unmet");
    expect(standing("四级(3)", diploma(school, "graduated", "unclear"))).toBe("unsure");
  });

  it("takes no general school, and asks about 成教 and 境外 (A9)", () => {
    for (const school of ["普通高中", "初中", "小学"])
      expect([school, standing("四级(3)", diploma(school, "graduated", "listed"))]).toEqual([
        school,
        "unmet",
      ]);
    for (const school of ["成人高等教育", "自考", "开放大学", "境外学历"])
      expect([school, standing("四级(3)", diploma(school, "graduated", "listed"))]).toEqual([
        school,
        "unsure",
      ]);
  });

  it("asks about 延毕, 结业 and 肄业 (A8)", () => {
    for (const status of ["延毕", "结业", "肄业"])
      expect([status, standing("四级(3)", diploma("专科", status, "listed"))]).toEqual([
        status,
        "unsure",
      ]);
  });

  it("asks where anything is unknown, unless something else already fails", () => {
    expect(standing("四级(3)", diploma(null, "graduated", "listed"))).toBe("unsure");
    expect(standing("四级(3)", diploma("专科", null, "listed"))).toBe("unsure");
    expect(standing("四级(3)", diploma("专科", "graduated", null))).toBe("unsure");
    expect(standing("四级(3)", diploma(null, "graduated", "unlisted"))).toBe("unmet");
    expect(standing("四级(3)", { education: null })).toBe("unsure");
  });

  it("is enough by a lower diploma while a higher one is not finished (A8)", () => {
    const education = [
      { school_type: "本科", status: "studying", major_match: "listed" },
      { school_type: "专科", status: "graduated", major_match: "listed" },
    ];
    for (const both of [education, education.toReversed()])
      expect(assessed({ age: 20, education: both }).levels["四级"]?.verdict).toBe("eligible");
  });
});
