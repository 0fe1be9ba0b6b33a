import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/knowledge/load.ts";
import { PackFaults, describe as line } from "../../src/knowledge/pack-faults.ts";
import { type Breakage, expectFault } from "./broken-pack.ts";

/** What a pack that has everything may not leave out without a word. */
const gaps: Breakage[] = [
  {
    file: "timetable.yaml",
    from: "clause: 二(三)1\n",
    to: "clause: 二(三)1\nunknown: 时间表没有取得\n",
    at: "rows:",
    names: "rows stands here",
    andMore: true,
  },
  {
    file: "desk.yaml",
    from: "weekdays: [1, 2, 3, 4, 5]",
    to: "weekdays: []",
    at: "weekdays: []",
    names: "weekdays is empty",
  },
  {
    file: "majors.yaml",
    from: "clause: 附件1 注②\n",
    to: "clause: 附件1 注②\nunknown: 名单没有取得\n",
    at: "similar:",
    names: "similar stands here",
    andMore: true,
  },
  {
    file: "answers/fee.yaml",
    from: "show: [fee_difference]",
    to: "show: [fee_difference, retake_fee]",
    at: "retake_fee",
    names: "shows retake_fee, which the pack does not have",
  },
  {
    file: "eligibility.yaml",
    from: "conditions:\n",
    to: "unobtained:\n  - { level: 四级, clause: 附件1, because: 没有取得, ask: 条件是什么 }\nconditions:\n",
    at: "id: 四级(2)",
    names: "四级(2) is certain",
    andMore: true,
  },
];

describe("what a notice leaves out is told with file, line and remedy:", () => {
  it.each(gaps.map((gap) => [gap.file, gap.names, gap] as const))("%s, %j", (_, __, gap) =>
    expectFault(gap),
  );
});

const SECOND = fileURLToPath(new URL("../packs/elevator-2021", import.meta.url));

/** The faults of the second pack once `from` is `to` in one of its files. */
function faultsOfSecond(file: string, from: string, to: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), "wenkao-second-"));
  try {
    cpSync(SECOND, directory, { recursive: true });
    const text = readFileSync(join(directory, file), "utf8");
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(
      join(directory, file),
      text.replace(from, () => to),
    );
    loadPack(directory);
    return [];
  } catch (error) {
    if (!(error instanceof PackFaults)) throw error;
    return error.faults.map(line).map((told) => told.slice(directory.length + 1));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("the second pack, broken, is refused:", () => {
  it.each([
    ["projects.yaml", "{ level: 五级, subject: 操作,", "{ level: 五级, subject: 面试,", '"面试"'],
    ["projects.yaml", "{ level: 五级, subject: 操作,", "{ level: 五级, subject: 理论,", "twice"],
    ["projects.yaml", "fee_fact: retake_1_review", "fee_fact: retake_0", '"retake_0"'],
    ["projects.yaml", "    - { level: 一级, fact: validity_upper }\n", "", "一级 is missing"],
    ["projects.yaml", "{ level: 一级, fact: validity_upper }", "{ level: 一级, fact: x }", '"x"'],
    ["projects.yaml", "clause: A2 成绩有效期", "clause: A9", 'no clause "A9"'],
    [
      "facts.yaml",
      "retake_4_practice: { value: 600,",
      "retake_4_practice: { value: 六百,",
      "no fee",
    ],
    ["desk.yaml", "通知摘录里都没有", "{nowhere}也没有", "{nowhere}"],
    ["desk.yaml", "spans: []", 'spans: [["09:00", "11:00"]]', "spans stands here"],
    ["conduct.yaml", "unknown: 违纪", "# 违纪", "tiers is empty"],
    ["occupations.yaml", "related: []", "related: [{ name: 钳工组长 }]", "related stands here"],
    ["registration.yaml", "items: []", "items: [身份证]", "items stands here"],
    [
      "registration.yaml",
      "applicants:",
      "  - { id: month, type: month, label: 月份, ask: 哪个月？, hint: 请说月份 }\napplicants:",
      "no timetable",
    ],
    ["eligibility.yaml", "  - level: 一级\n", "  - level: 六级\n", 'no level "六级"'],
  ])("%s: %s as %s", (file, from, to, names) => {
    const faults = faultsOfSecond(file, from, to);
    expect(faults.filter((told) => told.includes(names))).not.toEqual([]);
    for (const told of faults) expect(told).toMatch(/^[\w/]+\.yaml:\d+:\d+ .+ \(.+\)$/u);
  });
});
