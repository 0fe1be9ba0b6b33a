import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClosest } from "../../src/rules/closest.ts";
import { fold } from "../../src/rules/names.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const { majors } = pack;
const closest = createClosest(new Map(majors.listed.map(({ name }) => [fold(name), name])));

describe("a major that is not listed", () => {
  it.each([
    ["数字媒体应用技术", ["数字媒体技术应用"]],
    ["数字媒体应用", ["数字媒体技术应用"]],
    ["网页设计", ["网站页面设计"]],
    ["视觉设计", ["视觉传达设计"]],
    ["国际商务英语", ["国际商务"]],
    ["国际经济贸易", ["国际经济与贸易"]],
    ["会展管理", ["会展经济与管理"]],
    ["应用新媒体技术", ["新媒体技术"]],
  ])("%s is closest to %j", (name, like) => {
    expect(closest(fold(name))).toEqual(like);
    expect(names.major(name)).toEqual({ name, match: "unclear", like });
  });

  it.each(["土木", "考古学", "护理", "哲学", "临床医学", "园林", "融媒体", "化学", "体育教育"])(
    "%s is like none",
    (name) => {
      expect(closest(fold(name))).toEqual([]);
    },
  );

  it("is never taken for the one that it is like, whatever sign is left out, added or changed", () => {
    const signs = [...new Set(majors.listed.map(({ name }) => name).join(""))];
    fc.assert(
      fc.property(
        fc.constantFrom(...majors.listed.map(({ name }) => name)),
        fc.nat(12),
        fc.constantFrom("", ...signs),
        fc.nat(1),
        (name, at, sign, out) => {
          const changed = name.slice(0, at) + sign + name.slice(at + out);
          const found = names.major(changed);
          if (found?.match !== "own") return;
          const known = majors.listed.flatMap((one) => [one.name, ...one.aliases]).map(fold);
          expect(known).toContain(fold(changed).replace(/专业$/u, ""));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is likened to at most three, and only to listed ones", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("设计", "管理", "营销", "媒体", "艺术", "技术", "商务"),
        (name) => {
          const like = closest(name);
          expect(like.length).toBeLessThanOrEqual(3);
          for (const one of like) expect(majors.listed.map((listed) => listed.name)).toContain(one);
        },
      ),
    );
  });
});

describe("an occupation that is not listed", () => {
  it.each([
    ["记者", ["文字记者"]],
    ["主持人", ["播音员"]],
    ["网页编辑", ["网络编辑"]],
    ["高级营销员", ["营销员"]],
    ["编辑", ["文字编辑", "技术编辑", "网络编辑"]],
    ["健身教练", []],
    ["客服", []],
  ])("%s is like %j", (name, like) => {
    expect(names.jobsLike(name)).toEqual(like);
    expect(["own", "related"]).not.toContain(names.occupation(name)?.match);
  });
});
