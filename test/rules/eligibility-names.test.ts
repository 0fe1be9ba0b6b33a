import { describe, expect, it } from "vitest";
import { pack } from "../quanmeiti-pack.ts";
import { standing, verdict } from "./assessed.ts";

const work = (occupation: string, years = 5) =>
  standing("四级(1)", { work: [{ occupation, years }] });
const studied = (major: string) =>
  standing("四级(3)", { education: [{ school_type: "专科", status: "graduated", major }] });
const holds = (occupation: string, level = "四级") =>
  standing("三级(2)", { certificates: [{ occupation, level, years_worked_after: 4 }] });

describe("work by its name", () => {
  it("counts for the own and each of the 22 related occupations", () => {
    expect(pack.occupations.related).toHaveLength(22);
    for (const { name } of [...pack.occupations.own, ...pack.occupations.related])
      expect([name, work(name)]).toEqual([name, "met"]);
  });

  it("is to be confirmed under an everyday name (A6)", () => {
    for (const name of ["带货主播", "客服", "剪辑", "主持人", "房产中介", "记者", "新媒体运营"])
      expect([name, work(name)]).toEqual([name, "unsure"]);
  });

  it("is to be confirmed under a name that differs by one sign", () => {
    for (const name of ["互联网营销员", "文字编辑员", "讲解", "广告设计", "电子商务员"])
      expect([name, work(name)]).not.toEqual([name, "met"]);
  });

  it("does not count for majors that are no occupations, nor for other jobs (A6)", () => {
    for (const name of ["文秘", "人力资源管理", "会计", "护士", "司机"])
      expect([name, work(name)]).toEqual([name, "unmet"]);
  });

  it("is told the same in other spellings", () => {
    for (const name of [" 互联网营销师 ", "互联网 营销师", "（互联网营销师）"])
      expect([name, work(name)]).toEqual([name, "met"]);
  });
});

describe("a major by its name", () => {
  it("counts for each of the 36", () => {
    expect(pack.majors.listed).toHaveLength(36);
    for (const { name } of pack.majors.listed) expect([name, studied(name)]).toEqual([name, "met"]);
  });

  it("is to be confirmed when it is only alike (A4, A5)", () => {
    for (const name of ["数字媒体技术", "大数据管理与应用", "网络营销", "现代物流管理"])
      expect([name, studied(name)]).toEqual([name, "unsure"]);
  });

  it("does not count when it is not listed, however near it seems (A4)", () => {
    for (const name of ["新闻学", "广告学", "传播学", "护理", "会计", "计算机", "没听过的专业"])
      expect([name, studied(name)]).toEqual([name, "unmet"]);
  });

  it("is unknown where a dash stands for it", () => {
    expect(studied("-")).toBe("unsure");
  });
});

describe("a certificate by its name", () => {
  it("counts for the own and the related occupations", () => {
    expect(holds("全媒体运营师")).toBe("met");
    expect(holds("互联网营销师")).toBe("met");
    expect(holds("互联网营销师", "中级工")).toBe("met");
  });

  it("does not count for any other occupation", () => {
    for (const name of ["保育师", "电工", "人力资源管理师", "茶艺师"])
      expect([name, holds(name)]).toEqual([name, "unmet"]);
  });

  it("is to be confirmed for 1+X and does not count for a training paper (A13)", () => {
    expect(holds("1+X 网店运营推广")).toBe("unsure");
    expect(holds("新媒体岗位培训合格证")).toBe("unmet");
  });
});

describe("a match told outright", () => {
  it("wins over the name, for work, certificates and majors", () => {
    const job = { occupation: "会计", match: "related", years: 5 };
    expect(standing("四级(1)", { work: [job] })).toBe("met");
    const listedName = { occupation: "讲解员", match: "unlisted", years: 5 };
    expect(standing("四级(1)", { work: [listedName] })).toBe("unmet");
    const paper = { occupation: "电工", match: "own", level: "四级", years_worked_after: 4 };
    expect(standing("三级(2)", { certificates: [paper] })).toBe("met");
    const diploma = (major: string, major_match: string) => ({
      education: [{ school_type: "专科", status: "graduated", major, major_match }],
    });
    expect(standing("四级(3)", diploma("护理", "listed"))).toBe("met");
    expect(standing("四级(3)", diploma("电子商务", "unlisted"))).toBe("unmet");
    expect(standing("四级(3)", diploma("电子商务", "unclear"))).toBe("unsure");
  });

  it("is unclear when it is no word of ours", () => {
    expect(standing("四级(1)", { work: [{ match: "maybe", years: 5 }] })).toBe("unsure");
  });
});

describe("the whole verdict", () => {
  it("is the best of the conditions", () => {
    const graduate = {
      education: [{ school_type: "专科", status: "graduated", major: "电子商务" }],
    };
    expect(verdict("四级", graduate)).toBe("eligible");
    expect(verdict("三级", graduate)).toBe("needs_confirmation");
    const longAtWork = { work: [{ occupation: "讲解员", years: 10 }] };
    expect(verdict("三级", { ...graduate, ...longAtWork })).toBe("eligible");
  });
});
