import { describe, expect, it } from "vitest";
import type { Profile } from "../../src/profile.ts";
import { assessed } from "./assessed.ts";

const LONG_AT_WORK: Profile = { work: [{ match: "own", years: 12 }] };
const VETERAN: Profile = { ...LONG_AT_WORK, highest_education: "高中" };

function verdicts(facts: Profile): (string | undefined)[] {
  const { levels } = assessed(facts);
  return [levels["四级"]?.verdict, levels["三级"]?.verdict];
}

function both(verdict: string): string[] {
  return [verdict, verdict];
}

describe("sixteen years of age", () => {
  it("are needed for every level, whatever else holds", () => {
    expect(verdicts({ ...VETERAN, age: 16 })).toEqual(both("eligible"));
    expect(verdicts({ ...VETERAN, age: 40 })).toEqual(both("eligible"));
    expect(verdicts({ ...VETERAN, age: 14 })).toEqual(both("not_eligible"));
    expect(assessed({ ...VETERAN, age: 14 }).requirements.unmet).toContain("age");
  });

  it("are to be confirmed in the three months before, as no day is named (A11)", () => {
    expect(verdicts({ ...VETERAN, age: 189 / 12 })).toEqual(both("needs_confirmation"));
    expect(verdicts({ ...VETERAN, age: 191 / 12 })).toEqual(both("needs_confirmation"));
    expect(verdicts({ ...VETERAN, age: 15.92 })).toEqual(both("needs_confirmation"));
    expect(verdicts({ ...VETERAN, age: 15.99 })).toEqual(both("needs_confirmation"));
    expect(verdicts({ ...VETERAN, age: 188 / 12 })).toEqual(both("not_eligible"));
    expect(verdicts({ ...VETERAN, age: 192 / 12 })).toEqual(both("eligible"));
  });

  it("leave no condition met for someone too young", () => {
    for (const level of Object.values(assessed({ ...VETERAN, age: 15.5 }).levels)) {
      expect(level.met).toEqual([]);
      expect(level.unsure).toEqual([]);
    }
  });

  it("are to be confirmed where the age is unknown or was not told", () => {
    expect(verdicts({ ...VETERAN, age: null })).toEqual(both("needs_confirmation"));
    expect(verdicts(VETERAN)).toEqual(both("needs_confirmation"));
  });
});

describe("the minimum education (A7)", () => {
  it("holds from 高中 up, told by itself", () => {
    for (const highest_education of ["高中", "普通高中", "中专", "技校", "大专", "本科", "研究生"])
      expect(verdicts({ ...LONG_AT_WORK, age: 40, highest_education })).toEqual(both("eligible"));
  });

  it("is only ever to be confirmed below that, never a refusal", () => {
    for (const highest_education of ["初中", "小学", null, "说不清"]) {
      const facts = { ...LONG_AT_WORK, age: 40, highest_education };
      expect([String(highest_education), verdicts(facts)]).toEqual([
        String(highest_education),
        both("needs_confirmation"),
      ]);
      expect(assessed(facts).requirements.unsure).toEqual(["minimum_education"]);
      expect(assessed(facts).levels["三级"]?.met).toEqual(["三级(1)"]);
    }
  });

  it("makes no eligible candidate of one who meets no condition", () => {
    expect(verdicts({ age: 40, highest_education: "初中" })).toEqual(both("not_eligible"));
    expect(verdicts({ age: 40, highest_education: "本科" })).toEqual(both("not_eligible"));
  });

  it("is read off the diplomas where it was not told", () => {
    const graduate = (school_type: string, status: string): Profile => ({
      ...LONG_AT_WORK,
      age: 40,
      education: [{ school_type, status, major: "护理" }],
    });
    expect(verdicts(graduate("中专", "graduated"))).toEqual(both("eligible"));
    expect(verdicts(graduate("高中", "graduated"))).toEqual(both("eligible"));
    expect(verdicts(graduate("初中", "graduated"))).toEqual(both("needs_confirmation"));
    expect(verdicts({ ...LONG_AT_WORK, age: 40 })).toEqual(both("needs_confirmation"));
    expect(verdicts({ ...LONG_AT_WORK, age: 40, education: null })).toEqual(
      both("needs_confirmation"),
    );
  });

  it("counts a school not finished as the step below it", () => {
    const studying = (school_type: string): Profile => ({
      ...LONG_AT_WORK,
      age: 40,
      education: [{ school_type, status: "studying", major: "护理" }],
    });
    expect(verdicts(studying("本科"))).toEqual(both("eligible"));
    expect(verdicts(studying("中专"))).toEqual(both("needs_confirmation"));
  });

  it("takes the best of several diplomas", () => {
    const education = ["初中", "专科"].map((school_type) => ({
      school_type,
      status: "graduated",
      major: "护理",
    }));
    expect(verdicts({ ...LONG_AT_WORK, age: 40, education })).toEqual(both("eligible"));
  });
});

describe("a profile", () => {
  it("with nothing in it is of someone who may be of any age and meets no condition", () => {
    expect(verdicts({})).toEqual(both("not_eligible"));
  });

  it("with everything unknown is to be confirmed", () => {
    const unknown: Profile = {
      age: null,
      highest_education: null,
      work: null,
      education: null,
      certificates: null,
      title: null,
    };
    expect(verdicts(unknown)).toEqual(both("needs_confirmation"));
  });

  it("has every numbered condition in one of the three lists, once", () => {
    const { levels } = assessed({ ...VETERAN, age: 30 });
    const listed = (level: string) => {
      const { met = [], unsure = [], unmet = [] } = levels[level] ?? {};
      return [...met, ...unsure, ...unmet].toSorted();
    };
    expect(listed("四级")).toEqual(["四级(1)", "四级(2)", "四级(3)"]);
    expect(listed("三级")).toEqual([1, 2, 3, 4, 5, 6].map((number) => `三级(${number})`));
  });

  it("may hold keys that nobody reads, and they are named", () => {
    expect(assessed({ ...VETERAN, age: 30, hukou: "外地" }).ignored).toEqual(["hukou"]);
  });
});
