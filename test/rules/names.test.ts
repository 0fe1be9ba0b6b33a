import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/rules/names.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const { occupations, majors } = pack;
const listedJobs = new Set([...occupations.own, ...occupations.related].map(({ name }) => name));
const listedMajors = new Set(majors.listed.map(({ name }) => name));
const said = (list: readonly { name: string; aliases: readonly string[] }[]): Set<string> =>
  new Set(list.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));

describe("an occupation's name", () => {
  it("is found for every listed one, under its exact name", () => {
    for (const { name } of occupations.own)
      expect(names.occupation(name)).toEqual({ name, match: "own" });
    for (const { name } of occupations.related)
      expect(names.occupation(name)).toEqual({ name, match: "related" });
  });

  it("found as own or related is one of the list, never a neighbour of it", () => {
    const known = said([...occupations.own, ...occupations.related]);
    fc.assert(
      fc.property(
        fc.constantFrom(...listedJobs),
        fc.constantFrom("", "师", "员", "经理", "助理", "专业", "高级"),
        fc.boolean(),
        (name, more, before) => {
          const changed = before ? more + name : name + more;
          const { match = "unknown" } = names.occupation(changed) ?? {};
          const isListed = known.has(fold(changed));
          expect([changed, ["own", "related"].includes(match)]).toEqual([changed, isListed]);
        },
      ),
    );
  });

  it("stands in one list only", () => {
    const seen = new Map<string, string>();
    for (const list of ["own", "related", "unclear", "unlisted"] as const)
      for (const name of said(occupations[list])) {
        expect([name, seen.get(name)]).toEqual([name, undefined]);
        seen.set(name, list);
      }
  });
});

describe("a major's name", () => {
  it("is found for every listed one, with or without 专业 after it", () => {
    for (const name of listedMajors) {
      expect(names.major(name)).toEqual({ name, match: "own" });
      expect(names.major(`${name}专业`)).toEqual({ name, match: "own" });
    }
  });

  it("that is only alike keeps its own name and says which one it is like", () => {
    expect(names.major("大数据管理与应用")).toEqual({
      name: "大数据管理与应用",
      match: "unclear",
      like: ["大数据管理及应用"],
    });
    expect(names.major("数字媒体技术")).toMatchObject({
      match: "unclear",
      like: ["数字媒体技术应用"],
    });
  });

  it("is only ever likened to a listed one", () => {
    for (const { name, like } of majors.similar)
      expect([`${name} → ${like}`, listedMajors.has(like)]).toEqual([`${name} → ${like}`, true]);
  });

  it("stands in one list only", () => {
    const lists = [said(majors.listed), said(majors.similar), said(majors.unlisted)];
    const all = lists.flatMap((list) => [...list]);
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });
});

describe("other names", () => {
  it("of schools, levels, states of study and titles are found by everyday words", () => {
    expect(names.school("大专")).toBe("专科");
    expect(names.school("高等职业学校")).toBe("专科");
    expect(names.school("自考")).toBe("成人高等教育");
    expect(names.status("应届")).toBe("final_year");
    expect(names.level("中级工")).toBe("四级");
    expect(names.level("初级工")).toBe("五级");
    expect(names.titleGrade("助理工程师")).toBe("junior");
    expect(names.titleGrade("工程师")).toBe("middle");
    expect(names.titleGrade("高级工程师")).toBe("senior");
  });

  it("are not found where the pack does not have them", () => {
    expect(names.school("幼儿园")).toBeUndefined();
    expect(names.level("六级")).toBeUndefined();
    expect(names.occupation("")).toBeUndefined();
    expect(names.major("")).toBeUndefined();
    expect(names.certificateKind("全媒体运营师")).toBeUndefined();
  });

  it("fold alike whatever their width, case and spaces", () => {
    expect(fold(" Ｈ Ｒ ")).toBe(fold("hr"));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
