import type { Breakage } from "./broken-pack.ts";

/** Slips after which a file is no YAML. */
export const yaml: Breakage[] = [
  {
    file: "desk.yaml",
    from: "weekdays: [1, 2, 3, 4, 5]",
    to: "weekdays: [1, 2, 3, 4, 5}",
    at: "4, 5}",
    names: "",
    andMore: true,
  },
  {
    file: "links.yaml",
    from: "osta: {",
    to: 'guide: { label: 又一个, url: "http://www.osta.org.cn", clause: 三 }\nosta: {',
    at: "又一个",
    names: "unique",
  },
  {
    file: "pack.yaml",
    from: "issuer:",
    to: "\tissuer:",
    at: "issuer:",
    names: "",
    andMore: true,
  },
  {
    file: "wording.yaml",
    from: "resume: 接着",
    to: "resume: *接着",
    at: "resume:",
    names: "points elsewhere",
  },
];

/** Slips after which a value is not of the kind that its place asks for. */
export const shapes: Breakage[] = [
  { file: "pack.yaml", from: "year: 2026", to: "year: 二零二六", at: "year:", names: "year" },
  {
    file: "pack.yaml",
    from: "to: 2026-12-31",
    to: "to: 2026-13-31",
    at: "2026-13-31",
    names: "valid.to",
  },
  { file: "pack.yaml", from: "issuer:", to: "isuer:", at: "isuer:", names: "isuer", andMore: true },
  {
    file: "pack.yaml",
    from: "  - eligibility",
    to: "  - eligibilty",
    at: "eligibilty",
    names: "dated_topics",
  },
  {
    file: "timetable.yaml",
    from: "month: 12, apply",
    to: "month: 13, apply",
    at: "month: 13",
    names: "month",
  },
  {
    file: "facts.yaml",
    from: "{ value: 30, clause: 二(三)3 }",
    to: "{ value: [30], clause: 二(三)3 }",
    at: "[30]",
    names: "minimum_candidates",
  },
  {
    file: "facts.yaml",
    from: "{ value: 30, clause: 二(三)3 }",
    to: "{ value: 30 }",
    at: "{ value: 30 }",
    names: "clause",
  },
  {
    file: "links.yaml",
    from: '"https://edu.mia.org.cn/guide.html"',
    to: "协会网站",
    at: "guide:",
    names: "url",
  },
  {
    file: "desk.yaml",
    from: '["13:30", "16:00"]',
    to: '["13点半", "16:00"]',
    at: "13点半",
    names: "HH:MM",
  },
  {
    file: "eligibility.yaml",
    from: "{ years: 16, borderline_months: 3 }",
    to: "{ years: 16, borderline: 3 }",
    at: "borderline: 3",
    names: "borderline",
    andMore: true,
  },
  {
    file: "eligibility.yaml",
    from: "at_worst: unsure # A7",
    to: "at_worst: maybe # A7",
    at: "at_worst: maybe",
    names: "at_worst",
  },
  {
    file: "conduct.yaml",
    from: 'id: "二.1", tier: subject',
    to: 'id: "二.1", tier: one_subject',
    at: "one_subject",
    names: "tier",
  },
  {
    file: "answers/fee.yaml",
    from: "# 费用：",
    to: "- id: fee.invented\n  title: 一\n  kind: statd\n  text: 二\n# 费用：",
    at: "kind: statd",
    names: "kind",
  },
  {
    file: "menu.yaml",
    from: "do: self_check",
    to: "do: self_chek",
    at: "self_chek",
    names: "do",
  },
];
