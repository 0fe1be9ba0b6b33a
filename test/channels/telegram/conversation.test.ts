import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StoreError } from "../../../src/store/store.ts";
import { labelsOf } from "../../telegram-api/candidate.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { WAYS, type Running, runTelegram } from "./running.ts";

/** What was said, what was replied, and what is secret. */
const SAID = /张三丰|都没做过|四级|哪一项|42:stand-in|a-secret_that/u;

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
    ["/start", "menu", ["dialog.greeting", "dialog.menu"]],
    ["/menu", "menu", ["dialog.greeting", "dialog.menu"]],
    ["/fee", "menu", ["fee.overview"]],
    ["/timetable", "menu", ["timetable.overview"]],
    ["/conduct", "menu", ["conduct.overview"]],
    ["/eligibility", "eligibility.asking", ["question.target"]],
    ["/register@Wenkao_Bot", "registration.asking", ["question.applicant"]],
    ["/FEE 三级", "menu", ["fee.overview"]],
    [" /fee", "menu", ["fee.overview"]],
    ["/fee\n三级", "menu", ["fee.overview"]],
    ["/back", "menu", ["dialog.menu"]],
    ["/forget", "menu+forgetting", ["dialog.forget_confirm"]],
  ])("the command %s leads to %s and answers %j", async (command, state, answers) => {
    const candidate = telegram.candidate();
    await candidate.type(command);
    expect((await telegram.standing(candidate)).state).toBe(state);
    expect(await telegram.answers(candidate)).toEqual(answers);
  });

  test("the command /back takes back what was told last", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    await candidate.type("都没做过");
    expect((await telegram.standing(candidate)).facts).toEqual({
      target: "四级",
      occupation: "none",
    });
    const shown = await candidate.type("/back");
    expect((await telegram.standing(candidate)).facts).toEqual({ target: "四级" });
    expect(labelsOf(shown)).toContain("都没做过");
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
    expect(telegram.logged.join()).not.toMatch(SAID);
  });

  test.each([
    ["is too fast", new Refusal(429, "Too Many Requests: retry after 1", 1), 1],
    ["has a server fault", new Refusal(500, "Internal Server Error"), 1],
    ["breaks the connection", "hang up" as const, 1],
    ["refuses for good", new Refusal(400, "Bad Request: chat not found"), 0],
  ])("nor when a call %s", async (_, failure, shown) => {
    const lines = telegram.logged.length;
    telegram.api.fail("sendMessage", failure);
    const candidate = telegram.candidate();
    expect(await candidate.type("四级自测，我叫张三丰")).toHaveLength(shown);
    expect(telegram.logged.length).toBeGreaterThan(lines);
    expect(telegram.logged.join()).not.toMatch(SAID);
  });

  test("nor when the store is away, or a tap cannot be settled", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    telegram.api.fail("editMessageText", new Refusal(400, "Bad Request: message can't be edited"));
    await candidate.tap("都没做过");
    await telegram.restart(() => Promise.reject(new StoreError("away")));
    const lines = telegram.logged.length;
    expect(await candidate.type("我叫张三丰")).toHaveLength(1);
    expect(telegram.logged.length).toBeGreaterThan(lines);
    expect(telegram.logged.join()).not.toMatch(SAID);
    await telegram.restart();
  });
});
