import { describe, it } from "vitest";
import { type Breakage, expectFault } from "./broken-pack.ts";

const LONG = "长".repeat(201);
const words: Breakage[] = [
  {
    file: "telegram.yaml",
    from: "  sticker: 表情收到啦。",
    to: "  sticker: 表情收到啦。{telephone}",
    at: "表情收到啦",
    names: "{telephone}",
  },
  {
    file: "telegram.yaml",
    from: "  fee: 考试费用",
    to: "  fee: 考试费用 { fee_level_4 }",
    at: "考试费用",
    names: "{ fee_level_4",
    andMore: true,
  },
  {
    file: "telegram.yaml",
    from: "mini_app: 网页版",
    to: "mini_app: 网页版{}",
    at: "mini_app: 网页版",
    names: "mini_app",
    andMore: true,
  },
  {
    file: "telegram.yaml",
    from: "  not_yours: 这是",
    to: `  not_yours: ${LONG}这是`,
    at: LONG,
    names: "200",
  },
  { file: "telegram.yaml", from: "  back: 返回上一步\n", to: "", at: "commands:", names: "back" },
];

describe("a word for Telegram is held to the facts, and to what Telegram takes", () => {
  it.each(words)("$names at $at", (breakage) => expectFault(breakage));
});
