import { describe, it } from "vitest";
import { type Breakage, expectFault } from "./broken-pack.ts";

function slip(file: string, from: string, to: string, at: string, names: string): Breakage {
  return { file, from, to, at, names };
}

const FEE = "answers/fee.yaml";
const ENTRY = "answers/conduct.yaml";
const USED = `  title: 考试中用了手机
  kind: stated
  rule: 三.1
  tier: all_subjects_this_year
  sources: [附件2 三.1]
  next: [conduct.this_year, conduct.appeal]
`;
const used = (from: string, to: string, at: string, names: string): Breakage =>
  slip(ENTRY, USED, USED.replace(from, to), at, names);
const TIER = "  kind: stated\n  rule: 二\n  tier: subject\n";
const answers: Breakage[] = [
  slip(
    FEE,
    "next: [fee.overview, eligibility.overview]",
    "next: [fee.overview, fee.overview]",
    "next: [fee.overview, fee.overview]",
    "names fee.overview twice",
  ),
  slip(
    FEE,
    "computed\n  sources: [二(四)2]\n  show: [fee]\n",
    "computed # what\n  sources: [二(四)2]\n",
    "# what",
    "nothing is worked out",
  ),
  slip(
    FEE,
    "computed\n  sources: [二(四)2]\n  show: [fee]\n",
    "silent # why\n  sources: [二(四)2]\n  show: [fee]\n",
    "# why",
    "something is worked out",
  ),
  slip(
    FEE,
    "[二(四)2]\n  show: [fee]\n",
    "[二(四)1] # wrong\n  show: [fee]\n",
    "# wrong",
    "does not name 二(四)2",
  ),
  used("[附件2 三.1]", "[附件2 三.2] # wrong", "# wrong", "does not name 附件2 三.1"),
  slip(
    ENTRY,
    USED,
    USED.replace("三.1\n  tier: all_subjects_this_year", "三.1 # alone"),
    "# alone",
    "but not what it leads to",
  ),
  used(
    "  rule: 三.1\n  tier: all_subjects_this_year",
    "  tier: all_subjects_this_year # alone",
    "# alone",
    "has a tier by no rule",
  ),
  slip(ENTRY, TIER, TIER.replace("subject", "none # wrong"), "# wrong", "二 is subject"),
  slip(
    ENTRY,
    "{ label: 放在指定位置, answer: conduct.phone_designated }\n  text: |-\n    手机是禁带物品",
    "{ label: 又用了, answer: conduct.phone_used }\n  text: |-\n    手机是禁带物品",
    "又用了",
    "two options lead to",
  ),
];

describe("an answer whose keys contradict one another is told with file, line and remedy:", () => {
  it.each(answers)("$names", (breakage) => expectFault(breakage));
});
