import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/knowledge/load.ts";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { type Breakage, expectFault, faultsAfter, faultsOf } from "./broken-pack.ts";

const yaml: Breakage[] = [
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
];

const shapes: Breakage[] = [
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

const FILES = readdirSync(PACK_DIRECTORY).filter((name) => name.endsWith(".yaml"));

describe("the real pack", () => {
  it("has no fault", () => {
    expect(faultsAfter(() => {})).toEqual([]);
    expect(loadPack(PACK_DIRECTORY).meta.id).toBe("quanmeiti-2026");
  });
});

describe("a file that cannot be taken is told with its line and a remedy:", () => {
  it.each(yaml)("no YAML, in $file", (breakage) => expectFault(breakage));
  it.each(shapes)("$names at $at in $file", (breakage) => expectFault(breakage));

  it.each(FILES)("%s is missing", (name) => {
    const faults = faultsAfter((directory) => rmSync(join(directory, name)));
    expect(faults.map(({ file, line }) => [file, line])).toEqual([[name, 1]]);
    expect(faults[0]?.remedy).toMatch(/file/u);
  });

  it("the folder of answers is missing", () => {
    const faults = faultsAfter((directory) =>
      rmSync(join(directory, "answers"), { recursive: true }),
    );
    expect(faults.length).toBeGreaterThan(0);
    expect(existsSync(join(PACK_DIRECTORY, "answers"))).toBe(true);
  });
});

describe("several faults", () => {
  it("of shape are told at once, from all files", () => {
    const faults = faultsOf(
      { file: "pack.yaml", from: "year: 2026", to: "year: soon" },
      { file: "desk.yaml", from: "weekdays: [1,", to: "weekdays: [0," },
      { file: "menu.yaml", from: "do: register", to: "do: regster" },
      { file: "timetable.yaml", from: "exam_month: 7 }", to: "exam_month: 7" },
    );
    expect(new Set(faults.map(({ file }) => file))).toEqual(
      new Set(["pack.yaml", "desk.yaml", "menu.yaml", "timetable.yaml"]),
    );
  });

  it("of agreement between files are told at once, two in one file too", () => {
    const faults = faultsOf(
      { file: "facts.yaml", from: "clause: 六(三)", to: "clause: 六(十三)" },
      { file: "menu.yaml", from: "ask: fee.overview", to: "ask: fee.nothing" },
      {
        file: "wording.yaml",
        from: 'yuan: "{amount}元"\n',
        to: "yuan: 元\n",
      },
      {
        file: "timetable.yaml",
        from: "month: 8, apply: 8月, exam: 9月底前",
        to: "month: 8, apply: 3月, exam: 10月底前",
      },
    );
    expect(faults.map(({ file }) => file).toSorted()).toEqual(
      ["facts.yaml", "menu.yaml", "timetable.yaml", "timetable.yaml", "wording.yaml"].toSorted(),
    );
  });
});
