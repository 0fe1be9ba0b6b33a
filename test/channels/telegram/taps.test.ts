import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "../../telegram-api/candidate.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { type Running, WAYS, runTelegram } from "./running.ts";

describe.each(WAYS)("a tap, with $library over $mode,", (way) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());

  test("takes the choices from the question that it answers, and leaves what was chosen there", async () => {
    const candidate = telegram.candidate();
    const [asked] = await candidate.type("四级自测");
    expect(labelsOf(asked ? [asked] : [])).toContain("做过22个相关职业");
    await candidate.tap("都没做过");
    const [answered] = candidate.shown();
    expect(answered?.text).toBe(`${asked?.text}\n\n✓ 都没做过`);
    expect(answered?.buttons).toEqual([]);
    expect(answered?.entities).toEqual(asked?.entities);
  });

  test("leaves the choices that mean the same at any time, and links", async () => {
    const candidate = telegram.candidate();
    const [menu] = await candidate.type("/menu");
    await candidate.tap("费用");
    expect(candidate.shown()[0]).toEqual(menu);
    for (const text of ["四级自测", "20岁", "高中", "毕业了", "网络编辑", "6年"])
      await candidate.type(text);
    const verdict = candidate.shown().at(-1);
    await candidate.tap("修改某一项");
    const left = candidate.shown().find(({ id }) => id === verdict?.id);
    expect(left?.text).toMatch(/✓ 修改某一项$/u);
    expect(labelsOf(left ? [left] : [])).toContain("去报名");
    expect(labelsOf(left ? [left] : [])).not.toContain("修改某一项");
  });

  test("on a message too old to be shown is answered all the same", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    const [next] = await candidate.tapOld("wk:tell:occupation=none");
    expect(next?.text).toContain("学历");
    expect(telegram.api.state.taps).toEqual(new Set());
  });

  test("that carries nothing is acknowledged, and that is all", async () => {
    expect(await telegram.candidate().play()).toEqual([]);
    expect(telegram.api.state.taps).toEqual(new Set());
  });

  test("whose message cannot be changed is answered and acknowledged", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    telegram.api.fail("editMessageText", new Refusal(400, "Bad Request: message can't be edited"));
    expect((await candidate.tap("都没做过"))[0]?.text).toContain("学历");
    expect(telegram.api.state.taps).toEqual(new Set());
  });

  test("that is delivered again changes nothing more", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    await candidate.tap("都没做过");
    const [answered] = candidate.shown();
    const standing = await telegram.standing(candidate);
    await telegram.restart(); // as after a crash
    await candidate.redeliver();
    expect(candidate.shown()[0]).toEqual(answered);
    expect(await telegram.standing(candidate)).toEqual(standing);
  });

  test("on a button of an older pack is told so", async () => {
    const candidate = telegram.candidate();
    const [told] = await candidate.tapData("wk:ask:fee.of_last_year");
    expect(told?.text).toContain("我不认识");
    expect(await telegram.answers(candidate)).toEqual(["dialog.unknown_choice"]);
  });

  test("that carries what another chat's button does leads on in the tapper's own conversation alone", async () => {
    const [asked, tapper] = [telegram.candidate(), telegram.candidate()];
    const [question] = await asked.type("四级自测");
    const standing = await telegram.standing(asked);
    const [stale] = await tapper.tapData("wk:tell:occupation=none");
    expect(stale?.text).toContain("现在用不上了");
    await tapper.type("三级自测");
    await tapper.tapData("wk:tell:occupation=none");
    expect((await telegram.standing(tapper)).facts).toEqual({ target: "三级", occupation: "none" });
    expect(await telegram.standing(asked)).toEqual(standing);
    expect(asked.shown()).toEqual([question]);
  });
});
