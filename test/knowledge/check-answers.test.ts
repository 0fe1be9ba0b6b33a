import { describe, it } from "vitest";
import { type Breakage, expectFault } from "./broken-pack.ts";

/** A sound entry, put before another one, and what is wrong with it. */
function entry(
  file: string,
  before: string,
  sound: string,
  from: string,
  to: string,
  names: string,
): Breakage {
  const at = to.trim().split("\n").at(-1) ?? "";
  return { file, from: before, to: `${sound.replace(from, () => to)}${before}`, at, names };
}

const ABOUT_FEES = `- id: fee.invented
  title: 新的一条
  kind: stated
  sources: [二(四)2]
  links: [system]
  next: [fee.overview]
  text: 电话是{phone}。
  examples:
    - 这一句只在测试里有
`;
const fee = (from: string, to: string, names: string): Breakage =>
  entry("answers/fee.yaml", "- id: fee.difference\n", ABOUT_FEES, from, to, names);

const references: Breakage[] = [
  fee("[二(四)2]", "[二(四)5] # wrong", "二(四)5"),
  fee("links: [system]", "links: [homepage]", "homepage"),
  fee("next: [fee.overview]", "next: [fee.nothing]", "fee.nothing"),
  fee("{phone}", "{telephone}", "telephone"),
  fee("sources: [二(四)2]", "sources: [] # none", "clause"),
  fee("links: [system]", "links: [system]\n  beside: true", "beside"),
];

const identity: Breakage[] = [
  fee("id: fee.invented", "id: retake.invented", "retake.invented"),
  { ...fee("id: fee.invented", "id: fee.overview # again", "fee.overview"), andMore: true },
  fee(
    "    - 这一句只在测试里有\n",
    "    - 这一句只在测试里有\n    - 这一句只在测试里有 # again\n",
    "这一句只在测试里有",
  ),
];

const ABOUT_CONDUCT = `- id: conduct.invented
  title: 新的一条
  kind: stated
  rule: 二.1
  rules_also: [三.1]
  tier: depends
  sources: [附件2 二.1]
  clarify:
    question: 当时是哪一种情况？
    options:
      - { label: 新的第一种, answer: conduct.phone_put_away }
      - { label: 新的第二种, answer: conduct.phone_used }
  text: 要看情况。
  examples:
    - 这一句也只在测试里有
`;
const WITHOUT_CLARIFY = ABOUT_CONDUCT.replace(/ {2}clarify:\n(?: {4}.*\n)+/u, "");
const decided = (tier: string): string => ABOUT_CONDUCT.replace("tier: depends", `tier: ${tier}`);
const conduct = (from: string, to: string, names: string, sound = ABOUT_CONDUCT): Breakage =>
  entry("answers/conduct.yaml", "- id: conduct.phone_brought\n", sound, from, to, names);

const rules: Breakage[] = [
  conduct("rule: 二.1", "rule: 二.9 # wrong", "二.9"),
  conduct("rules_also: [三.1]", "rules_also: [三.9]", "三.9"),
  conduct("conduct.phone_put_away", "conduct.phone_eaten", "conduct.phone_eaten"),
  conduct("  clarify:", "  clarify: # open", "conduct.invented", decided("none")),
  conduct("tier: depends", "tier: depends # alone", "conduct.invented", WITHOUT_CLARIFY),
  conduct("tier: depends", "tier: ban_2_or_5_years # wrong", "ban_2_or_5_years", WITHOUT_CLARIFY),
];

describe("a fault of an answer is told with file, line and remedy:", () => {
  it.each(references)("a reference, $names at $at", (breakage) => expectFault(breakage));
  it.each(identity)("something that stands twice or in the wrong file, $names", (breakage) =>
    expectFault(breakage),
  );
  it.each(rules)("conduct, $names at $at", (breakage) => expectFault(breakage));
});
