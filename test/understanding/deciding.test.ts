import { describe, expect, it } from "vitest";
import { createDeciding } from "../../src/understanding/deciding.ts";
import { pack } from "../quanmeiti-pack.ts";

const deciding = createDeciding(pack);

describe("what is said to have happened rules out its opposite", () => {
  it.each([
    ["叫我收起来我没理", "conduct.phone_put_away", false],
    ["一开始没理后来收了", "conduct.phone_put_away", true],
    ["手滑把卷子撕了个口子", "conduct.tore_paper", false],
    ["卷子撕了个口子", "conduct.tore_paper", true],
    ["老师同意我带走的", "conduct.took_draft", false],
    ["老师不同意我还是带走了", "conduct.took_draft", true],
    ["平板带到考位有什么后果", "conduct.overview", false],
    ["违规有什么后果", "conduct.overview", true],
    ["补考费多少", "fee.overview", false],
    ["考务费多少", "fee.overview", true],
  ])("%s: %s allowed: %s", (text, id, allowed) => {
    expect(deciding(text)(id)).toBe(allowed);
  });

  it("and no example of the pack", () => {
    const rulingOut = createDeciding({ ...pack, vocabulary: { ...pack.vocabulary, deciding: [] } });
    const ruledOut = [...pack.answers.values()].flatMap(({ id, examples }) =>
      examples.filter((text) => !rulingOut(text)(id)),
    );
    expect(ruledOut).toEqual([]);
  });
});
