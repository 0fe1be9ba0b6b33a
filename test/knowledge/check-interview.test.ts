import { describe, it } from "vitest";
import { type Breakage, expectFault } from "./broken-pack.ts";

const questions: Breakage[] = [
  {
    file: "interview.yaml",
    from: "- id: title_years",
    to: "- id: title # again",
    at: "# again",
    names: 'two questions "title"',
    andMore: true,
  },
  {
    file: "interview.yaml",
    from: "fact: titles.grade",
    to: "fact: titles.rank",
    at: "titles.rank",
    names: "titles.rank",
  },
  {
    file: "interview.yaml",
    from: "type: title_grade",
    to: "type: duration # wrong",
    at: "# wrong",
    names: "titles.grade",
    andMore: true,
  },
  {
    file: "interview.yaml",
    from: "id: from_10,",
    to: "id: from_5, # again\n       ",
    at: "# again",
    names: "from_5",
  },
  {
    file: "interview.yaml",
    from: "{ id: 研究生, label: 研究生, share: 2 }",
    to: "{ id: 博士后, label: 研究生 }",
    at: "id: 博士后",
    names: "博士后",
  },
];

/** A wrong range also leaves a gap or an overlap beside it. */
const ranges: Omit<Breakage, "andMore">[] = [
  {
    file: "interview.yaml",
    from: "label: 满10年, months: [120]",
    to: "label: 满10年",
    at: "id: from_10",
    names: "months",
  },
  {
    file: "interview.yaml",
    from: "{ id: junior, ",
    to: "{ id: junior, months: [12], ",
    at: "id: junior",
    names: "months",
  },
  {
    file: "interview.yaml",
    from: "months: [60, 119]",
    to: "months: [119, 60]",
    at: "[119, 60]",
    names: "119",
  },
  {
    file: "interview.yaml",
    from: "months: [60, 119]",
    to: "months: [60, 120]",
    at: "[60, 120]",
    names: "120",
  },
  {
    file: "interview.yaml",
    from: "months: [0, 59]",
    to: "months: [0, 60]",
    at: "[0, 60]",
    names: "60",
  },
  {
    file: "interview.yaml",
    from: "months: [36, 47]",
    to: "months: [35, 47]",
    at: "[35, 47]",
    names: "36",
  },
  {
    file: "interview.yaml",
    from: "months: [189, 191]",
    to: "months: [189, 192]",
    at: "[189, 192]",
    names: "192",
  },
  {
    file: "interview.yaml",
    from: "months: [0, 11]",
    to: "months: [0, 12]",
    at: "[0, 12]",
    names: "12",
  },
];

describe("a fault of the interview is told with file, line and remedy:", () => {
  it.each(questions)("a question, $names at $at", (breakage) => expectFault(breakage));
  it.each(ranges)("an option's months, $at", (range) => expectFault({ ...range, andMore: true }));
});
