import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BusyError, KeyReusedError } from "../../../src/refusals.ts";
import { StoreError } from "../../../src/store/store.ts";
import { assistant } from "../../quanmeiti-assistant.ts";
import { pack } from "../../quanmeiti-pack.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { WAYS, type Running, runTelegram } from "./running.ts";

const tooFast = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds);
const broken = new Refusal(500, "Internal Server Error");

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());

  const sent = (chat: number) =>
    telegram.api.callsOf("sendMessage").filter(({ params }) => params["chat_id"] === chat);

  test("a reply that came too fast is sent again after the time that Telegram named", async () => {
    const candidate = telegram.candidate();
    telegram.api.fail("sendMessage", tooFast(1));
    expect(await candidate.type("四级多少钱")).toHaveLength(1);
    const [refused, taken, ...more] = sent(candidate.id);
    expect([refused?.refused, taken?.refused, more]).toEqual([429, undefined, []]);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(995);
  });

  test.each([0, -5, 3_000_000])(
    "a time of %d s is not what Telegram means, and costs no reply",
    async (seconds) => {
      const candidate = telegram.candidate();
      telegram.api.fail("sendMessage", tooFast(seconds));
      const answered = candidate.type("四级多少钱");
      await waitUntil(() => sent(candidate.id).length > 0);
      await pause(100);
      expect(sent(candidate.id), "not at once").toHaveLength(1);
      if (seconds > 0) await telegram.restart(); // a pause of a month is not waited for
      expect(await answered).toHaveLength(1);
    },
  );

  test("a token that is refused for a while loses no reply", async () => {
    const candidate = telegram.candidate();
    telegram.api.fail("sendMessage", new Refusal(401, "Unauthorized"));
    expect(await candidate.type("四级多少钱")).toHaveLength(1);
  });

  test.each([
    ["a server fault", broken],
    ["a broken connection", "hang up" as const],
  ])("after %s the reply is sent again", async (_, failure) => {
    telegram.api.fail("sendMessage", failure, failure);
    expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
  });

  test("a tap that cannot be acknowledged is answered", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    telegram.api.fail("answerCallbackQuery", new Refusal(400, "Bad Request: query is too old"));
    expect(await candidate.tap("都没做过")).toHaveLength(1);
    telegram.api.state.taps.clear();
  });

  test("somebody who has blocked the bot stops nobody else", async () => {
    const [gone, here] = [telegram.candidate(), telegram.candidate()];
    gone.block();
    expect(await gone.type("四级多少钱")).toEqual([]);
    expect(sent(gone.id).map(({ refused }) => refused)).toEqual([403]);
    expect(await here.type("四级多少钱")).toHaveLength(1);
  });

  test("a message delivered again is answered again and changes nothing", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    const once = await candidate.tap("都没做过");
    const standing = await telegram.standing(candidate);
    await telegram.restart(); // as a bot that polls and was killed gets it again
    const again = await candidate.redeliver();
    expect(again.map(({ html, buttons }) => [html, buttons])).toEqual(
      once.map(({ html, buttons }) => [html, buttons]),
    );
    expect(await telegram.standing(candidate)).toEqual(standing);
  });

  test.each([
    ["the store is away", new StoreError("away"), pack.wording.store_down],
    ["others come first", new BusyError("busy"), pack.wording.busy],
    ["the message id was another's", new KeyReusedError("reused"), pack.wording.busy],
    ["something breaks", new TypeError("a bug"), pack.wording.store_down],
  ])("when %s, a friendly sentence says so", async (_, fault, sentence) => {
    const candidate = telegram.candidate();
    await telegram.restart(() => Promise.reject(fault));
    const shown = await candidate.type("四级多少钱");
    expect(shown.map(({ text }) => text)).toEqual([sentence]);
    await telegram.restart();
    expect((await candidate.type("四级多少钱"))[0]?.text).toContain("400元");
  });

  test("what people write at once is answered in its order in each chat, however long a turn takes", async () => {
    const texts = ["四级自测", "20岁", "高中", "毕业了", "网络编辑", "6年"];
    const turn = assistant.turnOn(telegram.store);
    const hooks = telegram.api.callsOf("setWebhook").length;
    await telegram.restart(async (incoming) => {
      if ("text" in incoming.body && incoming.body.text === texts[0]) await pause(100);
      return turn(incoming);
    });
    if (telegram.mode === "webhook")
      // else the first is refused and comes again last
      await waitUntil(() => telegram.api.callsOf("setWebhook").length > hooks);
    const candidates = Array.from({ length: 5 }, () => telegram.candidate());
    const typed = candidates.flatMap((candidate) => texts.map((text) => candidate.type(text)));
    await Promise.all(typed);
    for (const candidate of candidates) {
      expect(candidate.shown()).toHaveLength(texts.length);
      expect(candidate.shown().at(-1)?.text).toContain("【四级】符合申报条件");
    }
  });
});
