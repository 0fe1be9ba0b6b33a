import { describe, it } from "vitest";
import { type Breakage, expectFault } from "./broken-pack.ts";

const wording: Breakage[] = [
  {
    file: "wording.yaml",
    from: 'month_name: "{month}月"',
    to: "month_name: 某月",
    at: "month_name:",
    names: "{month}",
  },
  {
    file: "wording.yaml",
    from: 'yuan: "{amount}元"',
    to: 'yuan: "{amount}元{tax}"',
    at: "yuan:",
    names: "{tax}",
  },
  {
    file: "wording.yaml",
    from: 'separator: "；"\n',
    to: "",
    at: "greeting:",
    names: "separator",
  },
  {
    file: "wording.yaml",
    from: 'separator: "；"',
    to: 'separator: ""',
    at: "separator:",
    names: "separator",
  },
  {
    file: "wording.yaml",
    from: 'separator: "；"',
    to: 'separator: "；"\ngoodbye: 再见',
    at: "goodbye:",
    names: "goodbye",
  },
];

const registration: Breakage[] = [
  {
    file: "registration.yaml",
    from: "- id: direction",
    to: "- id: level # again",
    at: "# again",
    names: '"level"',
    andMore: true,
  },
  {
    file: "registration.yaml",
    from: "clause: 二(二)\n    links: [system]\n    steps:\n      - 打开",
    to: "clause: 二(二)\n    links: [systen]\n    steps:\n      - 打开",
    at: "[systen]",
    names: "systen",
  },
  {
    file: "registration.yaml",
    from: '"{ticket_lead}，本人登录报名系统',
    to: '"{ticket_leed}，本人登录报名系统',
    at: "{ticket_leed}",
    names: "ticket_leed",
  },
];

const vocabulary: Breakage[] = [
  {
    file: "menu.yaml",
    from: "ask: fee.overview",
    to: "ask: fee.overvieww",
    at: "fee.overvieww",
    names: "fee.overvieww",
  },
  {
    file: "vocabulary.yaml",
    from: "\n  title_years: [",
    to: "\n  title_year: [",
    at: "title_year:",
    names: "title_year",
  },
  {
    file: "vocabulary.yaml",
    from: "out_of_scope.other_exam:",
    to: "fee.overview:",
    at: "fee.overview:",
    names: "fee.overview",
  },
  {
    file: "vocabulary.yaml",
    from: "restart: [重新开始,",
    to: "restart: [返回, 重新开始,",
    at: "restart: [",
    names: "返回",
  },
];

describe("a fault of wording, registration and vocabulary is told with file, line and remedy:", () => {
  it.each(wording)("wording, $names at $at", (breakage) => expectFault(breakage));
  it.each(registration)("the registration, $names", (breakage) => expectFault(breakage));
  it.each(vocabulary)("menu and vocabulary, $names", (breakage) => expectFault(breakage));
});
