import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/knowledge/load.ts";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { type Change, expectFault, faultsAfter, faultsOf } from "./broken-pack.ts";
import { shapes, yaml } from "./shape-breakages.ts";

const [WORDING, VOCABULARY, FEE] = ["wording.yaml", "vocabulary.yaml", "answers/fee.yaml"];
/** What is said of the shape of a value. */
const SHAPE = /^nobody reads|: (?:Invalid|Too small)/u;
const FILES = readdirSync(PACK_DIRECTORY).filter((name) => name.endsWith(".yaml"));

function messages(...changes: readonly Change[]): string[] {
  return faultsOf(...changes).map(({ file, message }) => `${file}: ${message}`);
}

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

  it("of shape and of agreement are told at once, by file and place", () => {
    const changes = [
      { file: "menu.yaml", from: "ask: fee.overview", to: "ask: fee.nothing" },
      { file: "menu.yaml", from: "ask: timetable.overview", to: "ask: timetable.nothing" },
      { file: "facts.yaml", from: "clause: 六(三)", to: "clause: 六(十三)" },
      { file: "desk.yaml", from: "weekdays: [1,", to: "weekdays: [0," },
    ];
    expect(messages(...changes)).toEqual([
      "desk.yaml: weekdays.0: Too small: expected number to be >=1",
      'facts.yaml: no clause "六(十三)"',
      'menu.yaml: no answer "fee.nothing"',
      'menu.yaml: no answer "timetable.nothing"',
    ]);
  });

  it("of both sorts in one file: a sentence is missing, another lacks its word", () => {
    expect(
      messages(
        { file: WORDING, from: 'separator: "；"\n', to: "" },
        { file: WORDING, from: 'yuan: "{amount}元"', to: "yuan: 元" },
      ),
    ).toEqual([
      `${WORDING}: separator: Invalid input: expected string, received undefined`,
      `${WORDING}: yuan: {amount} is missing`,
    ]);
  });

  it("of one word that stands in a sentence twice are told once", () => {
    const yuan = { file: WORDING, from: 'yuan: "{amount}元"', to: 'yuan: "{amount}元{tax}{tax}"' };
    expect(messages(yuan)).toEqual([`${WORDING}: yuan: nothing is put in place of {tax}`]);
  });

  it("of both sorts in one file: words that are none, a question and an answer that are not there", () => {
    expect(
      messages(
        { file: VOCABULARY, from: "  报明: 报名\n", to: "  报明: [报名]\n" },
        { file: VOCABULARY, from: "\n  title_years: [", to: "\n  title_year: [" },
        {
          file: VOCABULARY,
          from: "answer: out_of_scope.other_occ",
          to: "answer: out_of_scope.other_0cc",
        },
      ),
    ).toEqual([
      `${VOCABULARY}: no question "title_year"`,
      `${VOCABULARY}: no answer "out_of_scope.other_0ccupation" of kind outside`,
      `${VOCABULARY}: spelling.报明: Invalid input: expected string, received array`,
    ]);
  });

  it("of both sorts in one file and in one entry", () => {
    const invoice = "kind: silent\n  sources: [二(四)1]\n  next: [fee.paid, fee.payer]";
    expect(
      messages(
        {
          file: FEE,
          from: "[二(四)2]\n  show: [fee]\n",
          to: "[二(四)2, 二(九)9]\n  show: [fee]\n",
        },
        {
          file: FEE,
          from: invoice,
          to: invoice.replace("silent", "slient").replace("paid", "payd"),
        },
      ),
    ).toEqual([
      `${FEE}: fee.overview: no clause "二(九)9"`,
      expect.stringContaining(`${FEE}: 11.kind: Invalid option`),
      `${FEE}: fee.invoice: no answer "fee.payd"`,
    ]);
  });

  it("beside a file that is no YAML: only what needs that file is not told", () => {
    expect(
      messages(
        { file: "clauses.yaml", from: "六(三): ", to: "六(三)： " },
        { file: "menu.yaml", from: "ask: fee.overview", to: "ask: fee.nothing" },
        {
          file: FEE,
          from: "  show: [fee_difference]\n",
          to: "  show: [fee_difference]\n  links: [sistem]\n",
        },
        { file: "facts.yaml", from: "clause: 六(三)", to: "clause: 六(十三)" },
      ),
    ).toEqual([
      `${FEE}: fee.difference: no link "sistem"`,
      expect.stringContaining("clauses.yaml: "),
      'menu.yaml: no answer "fee.nothing"',
    ]);
  });
});

describe("a reference to an entry that is not there", () => {
  const menu = { file: "menu.yaml", from: "ask: fee.overview", to: "ask: fee.nothing" };
  const told = 'menu.yaml: no answer "fee.nothing"';

  it("is told where the other entries of its file are known by their ids", () => {
    const kind = {
      file: FEE,
      from: "kind: computed\n  sources: [二(四)2]\n  show: [fee]\n",
      to: "kind: any\n",
    };
    expect(messages(menu, kind)).toEqual([expect.stringContaining("0.kind"), told]);
  });

  it("is not told where it may be the entry whose id is refused, or stand in the file that is no YAML", () => {
    const id = { file: FEE, from: "- id: fee.overview", to: "- id: fee.Nothing" };
    expect(messages(menu, id)).toEqual([expect.stringContaining("0.id")]);
    const tab = { file: FEE, from: "  title: 考务费多少", to: "\ttitle: 考务费多少" };
    expect(messages(menu, tab).filter((message) => !message.startsWith(FEE))).toEqual([]);
  });

  it("is told of another topic's entry all the same", () => {
    const id = {
      file: "answers/retake.yaml",
      from: "- id: retake.overview",
      to: "- id: retake.Overview",
    };
    expect(messages(menu, id)).toEqual([expect.stringContaining("0.id"), told]);
  });
});

describe("what only follows from a fault is not told:", () => {
  const follows: readonly (readonly [string, Change])[] = [
    [
      "what stood under a key that is misspelt",
      {
        file: FEE,
        from: "  sources: [二(四)2]\n  show: [fee]\n",
        to: "  source: [二(四)2]\n  show: [fee]\n",
      },
    ],
    [
      "what was named by a key that is empty",
      { file: "links.yaml", from: "guide: {", to: '"": {' },
    ],
    [
      "what refers to a list without items",
      { file: "projects.yaml", from: "\nlevels:\n", to: "\nlevels: []\nother_levels_too:\n" },
    ],
    [
      "what an entry leads to that is no entry",
      { file: "menu.yaml", from: "- { label: 费用, ask: fee.overview }", to: "- 费用" },
    ],
  ];

  it("whatever comes after a tab", () => {
    const tab = { file: FEE, from: "  title: 考务费多少", to: "\ttitle: 考务费多少" };
    expect(faultsOf(tab).map(({ file, line }) => [file, line])).toEqual([[FEE, 3]]);
  });

  it.each(follows)("%s", (_, slip) => {
    for (const { file, message } of faultsOf(slip))
      expect([file, message]).toEqual([slip.file, expect.stringMatching(SHAPE)]);
  });
});
