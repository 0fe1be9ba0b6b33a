import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChooser } from "../../src/understanding/choosing.ts";
import { createEntityFinder } from "../../src/understanding/entities.ts";
import { createNormaliser } from "../../src/understanding/normalise.ts";
import { learned, pack } from "../quanmeiti-pack.ts";

const normalise = createNormaliser(pack.vocabulary, learned.spelling);
const find = createEntityFinder(pack);
const choose = createChooser(pack);
const TODAY = "2026-05-20";
const entities = (text: string, today = TODAY) => choose(find(normalise(text), today));

describe("a level", () => {
  it.each([
    ["四级多少钱", "四级"],
    ["4级多少钱", "四级"],
    ["中级工报名费", "四级"],
    ["sanji duoshaoqian", "三级"],
    ["高级工什么条件", "三级"],
    ["五级能报吗", "五级"],
    ["高级技师有没有", "一级"],
  ])("is found in %s", (text, level) => {
    expect(entities(text)["level"]).toBe(level);
  });

  it.each([
    ["我有四级证，想考三级", "三级"],
    ["四级证拿了两年，能报三级吗", "三级"],
    ["有五级证书能直接考四级不", "四级"],
    ["三级条件不够，那我报四级", "四级"],
  ])("of two is the one asked for: %s", (text, level) => {
    expect(entities(text)["level"]).toBe(level);
  });

  it("is left out where two are asked for alike", () => {
    for (const text of ["四级和三级差多少钱", "三级四级哪个好", "四级三级都想了解"])
      expect([text, entities(text)["level"]]).toEqual([text, undefined]);
  });

  it("is not in 高级工班, which is a school", () => {
    expect(entities("我是技校高级工班毕业的")).not.toHaveProperty("level");
  });
});

describe("a direction", () => {
  it("is found by its short name, and left out where there are two", () => {
    expect(entities("直播四级多少钱")["direction"]).toBe("直播运营");
    expect(entities("视听运营考什么")["direction"]).toBe("视听运营");
    expect(entities("直播和流量有什么区别")).not.toHaveProperty("direction");
  });
});

describe("a month", () => {
  it.each([
    ["5月报名什么时候考", { month: 5, month_role: "apply" }],
    ["我想11月考试，几月报名", { month: 11, month_role: "exam" }],
    ["十二月申报的话", { month: 12, month_role: "apply" }],
    ["8月份能考吗", { month: 8, month_role: "exam" }],
    ["报名3月的", { month: 3, month_role: "apply" }],
    ["7月", { month: 7 }],
  ])("has its role: %s", (text, expected) => {
    const { month, month_role: role } = entities(text);
    expect({ month, ...(role !== undefined && { month_role: role }) }).toEqual(expected);
  });

  it("of this and the next month follows the day", () => {
    expect(entities("这个月报名还来得及吗")["month"]).toBe(5);
    expect(entities("本月能报吗")["month"]).toBe(5);
    expect(entities("下个月考试")["month"]).toBe(6);
    expect(entities("下个月报名", "2026-12-10")["month"]).toBe(1);
  });

  it("of two is the one to sit in, where the other is to apply in", () => {
    expect(entities("5月报名6月考试对吗")).toMatchObject({ month: 6, month_role: "exam" });
  });

  it("is no length of time", () => {
    for (const text of ["做了8个月", "11个月够不够", "俩月", "十三月", "0月", "13月报名"])
      expect([text, entities(text)["month"]]).toEqual([text, undefined]);
  });
});

describe("years and age", () => {
  it("are decimals of full months", () => {
    expect(entities("干了4年11个月")["years"]).toBe(4.92);
    expect(entities("做运营五年半了")["years"]).toBe(5.5);
    expect(entities("工作半年")["years"]).toBe(0.5);
  });

  it("are not calendar years, and not two lengths at once", () => {
    expect(entities("2026年怎么考")).not.toHaveProperty("years");
    expect(entities("先做了两年客服后来做了三年运营")).not.toHaveProperty("years");
  });

  it("do not mix", () => {
    const told = entities("我52岁，做了三年");
    expect(told).toMatchObject({ age: 52, years: 3 });
    expect(entities("我今年16岁")).not.toHaveProperty("years");
  });
});

describe("a major or an occupation", () => {
  it.each(pack.majors.listed.map(({ name }) => name))(
    "%s is a major that one has studied",
    (name) => {
      expect(entities(`我学的是${name}专业`)["major"]).toBe(name);
    },
  );

  it.each(pack.occupations.related.map(({ name }) => name))(
    "%s is work that one has done",
    (name) => {
      expect(entities(`我做过${name}`)["occupation"]).toBe(name);
    },
  );

  it("is told by what stands around a word that is both", () => {
    expect(entities("大专电商毕业")["major"]).toBe("电子商务");
    expect(entities("大专电商毕业")).not.toHaveProperty("occupation");
    expect(entities("平面设计专业毕业")["major"]).toBe("平面设计");
    expect(entities("我是做电商的")).not.toHaveProperty("major");
  });

  it("keeps the candidate's word where the notice does not list it", () => {
    expect(entities("我是带货主播能考吗")["occupation"]).toBe("带货主播");
    expect(entities("护理专业可以报不")["major"]).toBe("护理");
  });

  it("is none where somebody is met, or a paper is called by it", () => {
    for (const text of ["材料给老师行吗", "中介告诉我能报", "新媒体的证有用吗"])
      expect([text, entities(text)["occupation"]]).toEqual([text, undefined]);
  });

  it("is that of the certificate where other work is told besides", () => {
    expect(entities("讲解员五级拿了三年，现在做客服")["occupation"]).toBe("讲解员");
  });
});

describe("the way to register", () => {
  it("is found, and not where it is ruled out", () => {
    expect(entities("我自己报名怎么弄")["applicant"]).toBe("个人");
    expect(entities("学校统一报的怎么领证")["applicant"]).toBe("团体");
    expect(entities("学校不给统一报怎么办")).not.toHaveProperty("applicant");
  });

  it.each([
    ["技校帮我们报的名", "团体"],
    ["单位三十多号人一块报", "团体"],
    ["培训班统一弄的", "团体"],
    ["自个儿去报", "个人"],
  ])("is told by what somebody does: %s", (text, applicant) => {
    expect(entities(text)["applicant"]).toBe(applicant);
  });

  it("is not told by a refund, a form or a paper", () => {
    for (const text of ["公司给报销吗", "单位在报名表上盖章", "机构帮我弄的证明", "本人报四级"])
      expect([text, entities(text)["applicant"]]).toEqual([text, undefined]);
  });
});

describe("a text that names nothing", () => {
  it("has no entities", () => {
    for (const text of ["你好", "", "谢谢", "在吗", "。。。"])
      expect([text, entities(text)]).toEqual([text, {}]);
  });
});

describe("any text at all", () => {
  const piece = fc.constantFrom(
    ..."五 1 五年 快 差一个月 做了 学 会计 会计师 营销员算 我 我朋友 专业 毕业 大专 四级证 三四级 直播 3月 下个月 我52了 岁 08年的 2019年3月到2022年5月 是 师想 电子商务 没做过 从事 月底 岗位是 开 的 ， 零 个".split(
      " ",
    ),
  );

  it("is read without a throw, each name with its place", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.array(piece).map((all) => all.join("")),
        ),
        (text) => {
          const found = find(text, TODAY);
          choose(found);
          for (const { start, end, alias } of Object.values(found.names).flat())
            expect([start >= 0, end <= text.length, alias.length]).toEqual([
              true,
              true,
              end - start,
            ]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("repeated to a long paste is read to its end, which a pattern of exponential time never reaches", () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (pieces) => {
        const text = pieces.join("").repeat(2000).slice(0, 2000);
        expect(() => choose(find(text, TODAY))).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
