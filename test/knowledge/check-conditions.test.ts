import { describe, it } from "vitest";
import { type Breakage, expectFault } from "./broken-pack.ts";

const conditions: Breakage[] = [
  {
    file: "eligibility.yaml",
    from: "- id: 四级(2)",
    to: "- id: 四级(1) # again",
    at: "# again",
    names: 'two conditions "四级(1)"',
    andMore: true,
  },
  {
    file: "eligibility.yaml",
    from: "- id: 四级(1)\n    level: 四级",
    to: "- id: 四级(1)\n    level: 七级",
    at: "level: 七级",
    names: "七级",
  },
  {
    file: "eligibility.yaml",
    from: "clause: 附件1 四级(1)",
    to: "clause: 附件1 四级(2) # wrong",
    at: "# wrong",
    names: "四级(1)",
  },
  {
    file: "eligibility.yaml",
    from: "education: { minimum: 普通高中 }",
    to: "education: { minimum: 普高学校 }",
    at: "普高学校",
    names: "普高学校",
  },
  {
    file: "eligibility.yaml",
    from: "schools: [技工院校, ",
    to: "schools: [技工院校, 特级工班, ",
    at: "特级工班",
    names: "特级工班",
  },
  {
    file: "eligibility.yaml",
    from: "certificate: { levels: [五级],",
    to: "certificate: { levels: [零级],",
    at: "零级",
    names: "零级",
  },
];

const lists: Breakage[] = [
  {
    file: "majors.yaml",
    from: "{ name: 新闻与传媒, like: 新闻采编与制作 }",
    to: "{ name: 新闻与传媒, like: 新闻采编与播音 }",
    at: "新闻采编与播音",
    names: "新闻采编与播音",
  },
  {
    file: "majors.yaml",
    from: "- { name: 新闻学, aliases: [新闻] }",
    to: "- { name: 物流管理, aliases: [新闻] }",
    at: "{ name: 物流管理, aliases: [新闻] }",
    names: "物流管理",
  },
  {
    file: "occupations.yaml",
    from: "- { name: 导游, like: [讲解员] }",
    to: "- { name: 讲解员, aliases: [导游] }",
    at: "aliases: [导游]",
    names: "讲解员",
  },
];

const rules: Breakage[] = [
  {
    file: "conduct.yaml",
    from: 'id: "二.1", tier: subject',
    to: 'id: "二.1", tier: all_subjects_this_year',
    at: 'id: "二.1"',
    names: "附件2 二.1",
    andMore: true,
  },
  {
    file: "conduct.yaml",
    from: "clause: 附件2 二.2,",
    to: "clause: 附件2 二.3,",
    at: 'id: "二.2"',
    names: "二.2",
  },
  {
    file: "conduct.yaml",
    from: "clause: 附件2 四.7,",
    to: "clause: 附件2 四.8,",
    at: 'id: "四.7"',
    names: '"附件2 四.8"',
    andMore: true,
  },
];

describe("a fault of conditions, lists and rules is told with file, line and remedy:", () => {
  it.each(conditions)("a condition, $names at $at", (breakage) => expectFault(breakage));
  it.each(lists)("a list that contradicts itself, $names in $file", (breakage) =>
    expectFault(breakage),
  );
  it.each(rules)("a rule of conduct, $names", (breakage) => expectFault(breakage));
});
