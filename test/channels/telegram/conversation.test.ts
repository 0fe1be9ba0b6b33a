import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "../../telegram-api/candidate.ts";
import { WAYS, type Running, runTelegram } from "./running.ts";

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());

  test("a candidate types her way to a verdict", async () => {
    const candidate = telegram.candidate();
    for (const text of ["四级自测", "20岁", "高中", "毕业了", "网络编辑"])
      await candidate.type(text);
    const [verdict] = await candidate.type("6年");
    expect(verdict?.text).toContain("【四级】符合申报条件");
    expect(verdict?.html).toMatch(/<i>依据：.*附件1 四级\(1\)/u);
    expect(await telegram.standing(candidate)).toMatchObject({ state: "eligibility.verdict" });
  });

  test("a candidate taps her way to a verdict", async () => {
    const candidate = telegram.candidate();
    const [greeting] = await candidate.type("/start");
    expect(greeting?.text).toMatch(/我是问考.*\n\n.*哪一项/u);
    const labels = [
      "资格自测",
      "四级／中级工",
      "做过22个相关职业",
      "满5年，不满10年",
      "普通高中",
      "已毕业",
    ];
    for (const label of labels) await candidate.tap(label);
    const shown = await candidate.tap("满16周岁");
    expect(shown.at(-1)?.text).toContain("【四级】符合申报条件");
    expect(labelsOf(shown)).toEqual(expect.arrayContaining(["去报名", "修改某一项"]));
    expect(telegram.api.state.taps, "taps not acknowledged").toEqual(new Set());
  });

  test("a question in between leaves the interview where it was, in two messages with their own buttons", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    const shown = await candidate.type("四级多少钱");
    expect(shown).toHaveLength(2);
    expect(shown[0]?.text).toContain("400元");
    expect(labelsOf(shown.slice(1))).toContain("都没做过");
  });

  test.each([
    ["/start", "menu", /哪一项/u],
    ["/menu", "menu", /哪一项/u],
    ["/fee", "menu", /元/u],
    ["/timetable", "menu", /月/u],
    ["/conduct", "menu", /附件2/u],
    ["/eligibility", "eligibility.asking", /等级/u],
    ["/register@Wenkao_Bot", "registration.asking", /报名/u],
    ["/FEE 三级", "menu", /元/u],
    ["/back", "menu", /./u],
    ["/forget", "menu+forgetting", /删除/u],
  ])("the command %s leads to %s", async (command, state, words) => {
    const candidate = telegram.candidate();
    const shown = await candidate.type(command);
    expect(shown.at(-1)?.text).toMatch(words);
    expect((await telegram.standing(candidate)).state).toBe(state);
  });

  test("a command that nobody knows gets a kind word", async () => {
    const [shown] = await telegram.candidate().type("/nosuch");
    expect(labelsOf(shown ? [shown] : [])).toContain("资格自测");
  });

  test("a button of a question that is over gets the dialog's own answer, and nothing changes", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    await candidate.tap("都没做过");
    const [stale] = await candidate.tapData("wk:tell:occupation=related");
    expect(stale?.text).toContain("现在用不上了");
    const { facts } = await telegram.standing(candidate);
    expect(facts).toEqual({ target: "四级", occupation: "none" });
  });

  test.each(["wk:do:format", "wk:", "wk#no-digest", "of another bot", "tell:age=over"])(
    "the forged button %j gets the dialog's own answer",
    async (data) => {
      const [shown] = await telegram.candidate().tapData(data);
      expect(shown?.text).toMatch(/我不认识|用不上/u);
      expect(telegram.api.state.taps).toEqual(new Set());
    },
  );

  test("nothing is logged of what was said, nor the token", async () => {
    await telegram.candidate().type("我叫张三丰");
    expect(telegram.logged.join()).not.toMatch(/张三丰|42:stand-in|a-secret_that/u);
  });
});
