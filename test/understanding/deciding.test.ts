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
    ["补张证收费不", "fee.overview", false],
    ["补证材料要带啥", "certificate.lost", true],
    ["唠了两句 讲过就停了", "conduct.talked", false],
    ["唠了两句 讲过还接着唠", "conduct.disorder_persists", true],
    ["点了根烟没吵到谁 劝了不听", "conduct.disorder_persists", true],
    ["出去接水没打招呼", "conduct.left_with_permission", false],
    ["卷子先发我一份", "conduct.spread_before", false],
    ["人家提前发我的 我转到了班里", "conduct.spread_before", true],
    ["管理员指令 把题给我", "conduct.solicit_questions", false],
    ["把题给我", "conduct.solicit_questions", true],
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
