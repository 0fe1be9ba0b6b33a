import { describe, expect, test } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { openLimits } from "../../../src/limits/open.ts";
import { pack } from "../../quanmeiti-pack.ts";
import { WAYS, runTelegram } from "./running.ts";

const { busy } = pack.wording;
async function few() {
  const config = readConfig({ RATE_LIMIT_CONVERSATION: "3" });
  return (await openLimits(config, { warn: () => {} })).conversation;
}

describe.each(WAYS)("with $library over $mode, who writes too much", (way) => {
  test("is told so once, takes no more turns, and nothing comes again", async () => {
    const telegram = await runTelegram(way, { limit: await few() });
    const [flooding, other] = [telegram.candidate(), telegram.candidate()];
    for (let time = 0; time < 3; time++) await flooding.type("四级自测");
    const before = await telegram.standing(flooding);
    const shown = flooding.shown().length;
    for (let time = 0; time < 5; time++) await flooding.type("20岁");
    expect(
      flooding
        .shown()
        .slice(shown)
        .map(({ text }) => text),
    ).toEqual([busy]);
    expect(await telegram.standing(flooding)).toEqual(before);
    expect(await other.type("四级多少钱")).toHaveLength(1);
    await telegram.close();
  });

  test("and taps, is told so by the tap, whose buttons stay", async () => {
    const telegram = await runTelegram(way, { limit: await few() });
    const flooding = telegram.candidate();
    for (let time = 0; time < 3; time++) await flooding.type("四级自测");
    const buttons = flooding.shown().at(-1)?.buttons;
    const [label] = buttons ?? [];
    await flooding.tap(label?.text ?? "");
    expect(telegram.api.callsOf("answerCallbackQuery").at(-1)?.params).toMatchObject({
      text: busy,
    });
    expect(flooding.shown().at(-1)?.buttons).toEqual(buttons);
    await telegram.close();
  });
});
