import type { Breakage } from "./broken-pack.ts";

export const unknownClauses: Breakage[] = [
  {
    file: "facts.yaml",
    from: "value: 021-52411861, clause: 六(三)",
    to: "value: 021-52411861, clause: 六(九)",
    at: "021-52411861",
    names: "六(九)",
  },
  {
    file: "links.yaml",
    from: 'guide.html", clause: 六(五)',
    to: 'guide.html", clause: 六(十)',
    at: "guide.html",
    names: "六(十)",
  },
  {
    file: "projects.yaml",
    from: "fee_clause: 二(四)2",
    to: "fee_clause: 二(四)9",
    at: "fee_clause",
    names: "二(四)9",
  },
  {
    file: "timetable.yaml",
    from: "clause: 二(三)1",
    to: "clause: 二(三)7",
    at: "clause:",
    names: "二(三)7",
  },
  { file: "desk.yaml", from: "clause: 六(二)", to: "clause: 六", at: "clause:", names: '"六"' },
  {
    file: "majors.yaml",
    from: "clause: 附件1 注②",
    to: "clause: 附件1注②",
    at: "clause:",
    names: "附件1注②",
  },
  {
    file: "occupations.yaml",
    from: "clause: 附件1 注①",
    to: "clause: 附件1 注③",
    at: "clause:",
    names: "附件1 注③",
  },
  {
    file: "registration.yaml",
    from: "materials:\n  clause: 二(二)",
    to: "materials:\n  clause: 二(七)",
    at: "二(七)",
    names: "二(七)",
  },
  {
    file: "eligibility.yaml",
    from: "clause: 二(一)\n    title: 年满16周岁",
    to: "clause: 二(零)\n    title: 年满16周岁",
    at: "二(零)",
    names: "二(零)",
  },
];

export const projects: Breakage[] = [
  {
    file: "facts.yaml",
    from: "fee_level_3: { value: 500,",
    to: "fee_level_3: { value: 五百,",
    in: "projects.yaml",
    at: "fee_fact: fee_level_3",
    names: "fee_level_3",
  },
  {
    file: "projects.yaml",
    from: "fee_fact: fee_level_3",
    to: "fee_fact: fee_level_33",
    at: "fee_level_33",
    names: "fee_level_33",
  },
  {
    file: "projects.yaml",
    from: "  - { direction: 视听运营, level: 三级 }\n",
    to: "",
    at: "projects:",
    names: "视听运营 三级",
  },
  {
    file: "projects.yaml",
    from: "{ direction: 流量运营, level: 四级 }",
    to: "{ direction: 流量运营, level: 四级 }\n  - { level: 四级, direction: 流量运营 }",
    at: "{ level: 四级, direction: 流量运营 }",
    names: "流量运营 四级",
  },
  {
    file: "projects.yaml",
    from: "{ direction: 流量运营, level: 四级 }",
    to: "{ direction: 图文运营, level: 四级 }",
    at: "图文运营",
    names: '"图文运营"',
    andMore: true,
  },
  {
    file: "projects.yaml",
    from: "{ direction: 流量运营, level: 四级 }",
    to: "{ direction: 流量运营, level: 六级 }",
    at: "六级",
    names: '"六级"',
    andMore: true,
  },
];

export const months: Breakage[] = [
  {
    file: "timetable.yaml",
    from: "  - { month: 4, apply: 4月, exam: 5月底前, exam_month: 5 }\n",
    to: "",
    at: "rows:",
    names: "month 4",
  },
  {
    file: "timetable.yaml",
    from: "{ month: 4, apply: 4月, exam: 5月底前, exam_month: 5 }",
    to: "{ month: 4, apply: 4月, exam: 5月底前, exam_month: 5 }\n  - { month: 4, exam: 5月底前, apply: 4月, exam_month: 5 }",
    at: "{ month: 4, exam:",
    names: "month 4",
  },
  {
    file: "timetable.yaml",
    from: "month: 8, apply: 8月",
    to: "month: 8, apply: 7月",
    at: "month: 8, ",
    names: "month 8",
  },
  {
    file: "timetable.yaml",
    from: "exam: 9月底前, exam_month: 9",
    to: "exam: 10月底前, exam_month: 9",
    at: "month: 8, ",
    names: "month 9",
  },
  {
    file: "timetable.yaml",
    from: "exam: 7月底前, exam_month: 7",
    to: "exam: 5月底前, exam_month: 5",
    at: "month: 6, ",
    names: "month 5",
  },
  {
    file: "timetable.yaml",
    from: "  - { month: 2, apply: 2月, exam: 3月底前, exam_month: 3 }\n  - { month: 3, apply: 3月, exam: 4月底前, exam_month: 4 }\n",
    to: "  - { month: 3, apply: 3月, exam: 4月底前, exam_month: 4 }\n  - { month: 2, apply: 2月, exam: 3月底前, exam_month: 3 }\n",
    at: "month: 2, ",
    names: "month 2",
  },
];

export const others: Breakage[] = [
  {
    file: "pack.yaml",
    from: "from: 2026-01-01",
    to: "from: 2027-01-01",
    at: "valid:",
    names: "2027-01-01",
  },
  {
    file: "announcements.yaml",
    from: "[]",
    to: "- id: extra\n  from: 2026-05-06\n  to: 2026-05-05\n  topics: [fee]\n  text: 有调整",
    at: "  to: 2026-05-05",
    names: "2026-05-05",
  },
  {
    file: "desk.yaml",
    from: '["09:30", "11:00"]',
    to: '["11:00", "09:30"]',
    at: '["11:00", "09:30"]',
    names: "11:00",
  },
];
