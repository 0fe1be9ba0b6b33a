import type { Breakage } from "./broken-pack.ts";

/** One slip that leads to one fault; `more` where others follow from it. */
function slip(file: string, from: string, to: string, at: string, names: string): Breakage {
  return { file, from, to, at, names };
}
const more = (...args: Parameters<typeof slip>): Breakage => ({ ...slip(...args), andMore: true });

const ELIGIBILITY = "eligibility.yaml";
export const conditions: Breakage[] = [
  slip(ELIGIBILITY, "links: [standard]", "links: [standart]", "links:", 'no link "standart"'),
  slip(ELIGIBILITY, "- id: minimum_education", "- id: age # too", "# too", "two requirements"),
  slip(
    ELIGIBILITY,
    "id: 三级(1)\n    level: 三级",
    "id: 三级(1)\n    level: 四级 # wrong",
    "# wrong",
    "三级(1)",
  ),
  more(
    ELIGIBILITY,
    "- id: 三级(1)",
    '- id: "(1)"',
    "clause: 附件1 三级(1)",
    "rests on 附件1 三级(1)",
  ),
  more(ELIGIBILITY, "- id: 三级(1)", '- id: ""', "clause: 附件1 三级(1)", "rests on 附件1 三级(1)"),
  more(ELIGIBILITY, "- id: 三级(1)", "- id: 三级(9)", "conditions:", "no condition 三级(1)"),
];

const rule = (id: string): string => `- { id: "${id}", tier: subject, clause: 附件2 ${id},`;
export const conduct: Breakage[] = [
  slip(
    "conduct.yaml",
    `  ${rule("二.4")} title: 其他违反考场规则、还不算作弊的行为 }\n`,
    "",
    "rules:",
    "no rule for 附件2 二.4",
  ),
  more("conduct.yaml", rule("二.2"), rule("二.1"), "不在规定座位", 'two rules "二.1"'),
  more("conduct.yaml", rule("二.1"), rule("二.4"), 'id: "二.2"', "comes after a later clause"),
];

export const dates: Breakage[] = [
  slip("pack.yaml", "关于开展2026年", "关于开展2025年", "title:", "names 2025, not 2026"),
  slip("timetable.yaml", "days_fact: result_days,", "days_fact: phone,", "results: {", "no figure"),
  slip(
    "timetable.yaml",
    "longer_fact: result_days_graded",
    "longer_fact: long",
    "results: {",
    "no figure",
  ),
];

export const lists: Breakage[] = [
  more("education.yaml", "{ id: 小学,", "{ id: 初中,", "{ id: 初中, rank: 1", 'two schools "初中"'),
  more("education.yaml", "{ id: graduated,", "{ id: unclear,", "statuses:", 'no entry "graduated"'),
  more("education.yaml", "{ id: junior,", "{ id: middle,", "titles:", 'no entry "junior"'),
  more(
    "projects.yaml",
    "{ id: 二级,",
    "{ id: 一级,",
    "{ id: 一级, aliases: [1级",
    'two levels "一级"',
  ),
  more(
    "projects.yaml",
    "{ id: 一级,",
    "{ id: 三级,",
    "{ id: 三级, aliases: [1级",
    "三级 is one of",
  ),
  slip(
    "projects.yaml",
    "full: 四级／中级工",
    "full: 五级／中级工",
    "full: 五级",
    "does not name 四级",
  ),
];

export const aliases: Breakage[] = [
  slip(
    "education.yaml",
    "[技校, ",
    "[技校, 技校, ",
    "[技校, 技校,",
    '"技校" stands in 技工院校 too',
  ),
  slip("education.yaml", "[技校, ", "[大专, ", "{ id: 专科,", '"大专" stands in 技工院校 too'),
  slip("education.yaml", "[技校, ", "[本科, ", "[本科, 技工学校", '"本科" stands in 本科 too'),
  slip(
    "education.yaml",
    ", 低年级, ",
    ", 应届, ",
    "非应届, 应届",
    '"应届" stands in final_year too',
  ),
  slip("projects.yaml", ", siji, ", ", sanji, ", "{ id: 三级,", '"sanji" stands in 四级 too'),
  slip(
    "registration.yaml",
    "自个报, ",
    "统一报, ",
    "统一报, 学校组织",
    '"统一报" stands in 个人 too',
  ),
  slip("interview.yaml", "[快了, ", "[满了, ", "[满了, 快满了", '"满了" stands in over too'),
];

const REGISTRATION = "registration.yaml";
export const buttons: Breakage[] = [
  slip(
    "menu.yaml",
    "ask: retake.overview",
    "ask: fee.overview",
    "label: 补考",
    "has a button already",
  ),
  slip("menu.yaml", "label: 资格自测", "label: 开个头", "开个头", "is no phrase of self_check"),
  slip(
    REGISTRATION,
    "type: direction",
    "type: level # wrong",
    "# wrong",
    "direction asks for level",
  ),
  slip(REGISTRATION, "    links: [system]\n", "", "- id: 个人", "where to register"),
  slip(REGISTRATION, "links: [system]", "links: [system, system]", "links:", "names system twice"),
  slip(
    REGISTRATION,
    "label: 自己报（个人申报）",
    "label: 团体报",
    "label: 团体报",
    "does not name 个人",
  ),
];

const INTERVIEW = "interview.yaml";
const UNDER = "{ id: under_5, label: 不满5年, months: [0, 59], share: 70 }";
const FROM = "{ id: from_5, label: 满5年，不满10年, months: [60, 119], share: 22 }";
export const options: Breakage[] = [
  slip(INTERVIEW, "  none: 都没做过\n", "", "- id: occupation", '"none" is missing'),
  more(
    INTERVIEW,
    `  another:
    label: 另一张毕业证
    ask: 除了刚才说的，您还有别的已经拿到的毕业证吗？比如更早的中专、大专。
    hint: 有的话请说学历，比如“中专”；没有就选“没有”。
    none: 没有
    denials: [没有别的毕业证, 没有其他毕业证, 没别的毕业证, 没有别的文凭, 没有别的学历, 没有其他学历, 没有毕业证, 没有证, 没证, 没有证书, 就这一张, 只有这一张, 就这一个, 只有这一个]
    share: 15
`,
    "",
    "- id: school",
    '"another" is missing',
  ),
  slip(
    INTERVIEW,
    "fact: titles.months_after\n",
    "fact: titles.months_after\n  another: { label: 另一个职称, ask: 还有吗？, hint: 请选。, none: 没有 }\n",
    "- id: title_years",
    '"another" is not asked here',
  ),
  slip(INTERVIEW, "fact: age\n", "fact: age\n  once: true\n", "- id: age", '"once" has no meaning'),
  slip(INTERVIEW, "  all: 都看看，我能考哪个\n", "", "- id: target", '"all" is missing'),
  slip(
    INTERVIEW,
    "fact: age\n",
    "fact: age\n  none: 没有年龄\n",
    "- id: age",
    '"none" is no answer',
  ),
  slip(
    INTERVIEW,
    `options:\n    - { id: junior, label: 初级（助理级、员级）, aliases: [初级, 初级职称, 助理级, 员级, 助理], share: 5 }\n    - { id: middle, label: 中级, aliases: [中级职称], share: 3 }`,
    "options: # two\n    - { id: junior, label: 初级 }",
    "# two",
    'no option "middle"',
  ),
  slip(
    INTERVIEW,
    "label: 大专、高职, share: 30 }\n    - { id: 本科, label: 本科, share: 28 }",
    "label: 大专、高职 }\n    - { id: 本科, label: 研究 }",
    "label: 研究 ",
    "does not name 本科",
  ),
  slip(
    INTERVIEW,
    "label: 满5年，不满10年",
    "label: 满6年，不满10年",
    "满6年",
    "does not say 60 to 119",
  ),
  slip(
    INTERVIEW,
    "label: 做过22个相关职业",
    "label: 做过21个相关职业",
    "21个",
    "count the list of related",
  ),
  slip(
    INTERVIEW,
    `options:\n    - ${UNDER}\n    - ${FROM}`,
    `options: # mixed\n    - ${FROM}\n    - ${UNDER}`,
    "# mixed",
    "out of order",
  ),
];
