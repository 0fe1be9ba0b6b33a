import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Incoming } from "../../../src/message.ts";
import { assistant } from "../../quanmeiti-assistant.ts";
import { TOKEN } from "../../telegram-api.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { LIBRARIES, type Running, runTelegram } from "./running.ts";

describe.each(LIBRARIES)("with %s", (library) => {
  let telegram: Running;
  beforeEach(async () => void (telegram = await runTelegram({ library, mode: "polling" })));
  afterEach(() => telegram.close());

  const confirmed = (): number =>
    Math.max(...telegram.api.callsOf("getUpdates").map(({ params }) => Number(params["offset"])));

  /** Makes the turns of one candidate wait behind a gate. */
  async function gate(slow: { readonly conversation: string }) {
    const turn = assistant.turnOn(telegram.store);
    let open = (): void => {};
    let reached = 0;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await telegram.restart(async (incoming: Incoming) => {
      if (incoming.conversation === slow.conversation) {
        reached++;
        await opened;
      }
      return turn(incoming);
    });
    return { open, reached: () => reached };
  }

  describe("polling", () => {
    test("asks for what we answer, and takes away a webhook that would keep updates back", async () => {
      telegram.api.state.webhook = { url: "http://127.0.0.1:1/old", secret: undefined };
      await telegram.restart();
      expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
      expect(telegram.api.callsOf("getUpdates").at(-1)?.params).toMatchObject({
        timeout: 30,
        allowed_updates: ["message", "edited_message", "callback_query"],
      });
    });

    test("confirms an update only when its reply is sent, and lets others be answered meanwhile", async () => {
      const [slow, quick] = [telegram.candidate(), telegram.candidate()];
      const { open, reached } = await gate(slow);
      const first = slow.written("四级多少钱");
      const answered = slow.put(first);
      await waitUntil(() => reached() === 1);
      void quick.type("四级多少钱");
      await waitUntil(() => quick.shown().length === 1);
      expect(confirmed()).toBeLessThanOrEqual(first.update_id);
      open();
      expect(await answered).toHaveLength(1);
      expect(confirmed()).toBeGreaterThan(first.update_id);
      expect([reached(), quick.shown().length]).toEqual([1, 1]);
    });

    test("goes on when another process polled in between, or Telegram was away", async () => {
      const conflict = new Refusal(409, "Conflict: terminated by other getUpdates request");
      telegram.api.fail("getMe", "hang up", new Refusal(502, "Bad Gateway"));
      telegram.api.fail("getUpdates", conflict, "hang up");
      await telegram.restart();
      expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
      expect(telegram.logged.join()).toMatch(
        /another process polls for @wenkao_bot.*stop one of the two/u,
      );
      expect(telegram.logged.join()).toMatch(/getMe.*UND_ERR_SOCKET/u);
      expect(telegram.logged.join(), "the token in the log").not.toContain(TOKEN);
    });

    test("with a token that Telegram refuses says so, and leaves HTTP alone", async () => {
      telegram.api.fail("getMe", new Refusal(401, "Unauthorized"));
      await telegram.restart();
      await waitUntil(() =>
        /TELEGRAM_TOKEN.*serving goes on without/u.test(telegram.logged.join()),
      );
      expect((await fetch(new URL("/readyz", telegram.webhook()))).status).toBe(200);
    });
  });

  describe("what answers in Telegram's place", () => {
    test.each([
      ["is no list", {}],
      ["is a word", "x"],
      ["has holes", [null]],
      ["has updates of nothing", [{ update_id: 5, message: {} }, { update_id: 6 }]],
    ])("%s is no reason to end", async (_, answer) => {
      telegram.api.answer("getUpdates", answer);
      await telegram.restart();
      expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
    });

    test.each([408, 421])("and says %d is asked again", async (code) => {
      telegram.api.fail("getUpdates", new Refusal(code, "a proxy"));
      await telegram.restart();
      expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
    });
  });

  test("a process that is stopped while Telegram does not answer makes no further calls, and ends soon", async () => {
    for (const method of ["setMyCommands", "setMyDescription", "getMe", "deleteWebhook"])
      telegram.api.slow(method, 4000);
    const second = await telegram.second();
    await waitUntil(() => telegram.api.callsOf("getMe").length === 2);
    const began = performance.now();
    await second.stop();
    expect(performance.now() - began).toBeLessThan(2000);
    expect(telegram.api.callsOf("deleteWebhook")).toHaveLength(1);
  });

  describe("stopping", () => {
    test("finishes the turn in hand, sends its reply and confirms it", async () => {
      const candidate = telegram.candidate();
      const { open, reached } = await gate(candidate);
      const update = candidate.written("四级自测");
      const answered = candidate.put(update);
      await waitUntil(() => reached() === 1);
      const stopped = telegram.stop();
      await pause(1500); // longer than a poll is patient
      open();
      await stopped;
      expect(candidate.shown()).toHaveLength(1);
      expect(await answered).toHaveLength(1);
      expect(confirmed()).toBe(update.update_id + 1);
      expect(telegram.api.callsOf("getUpdates").at(-1)?.params).toMatchObject({ timeout: 0 });
    });

    test("leaves what has not begun to the next process, which answers it", async () => {
      const candidate = telegram.candidate();
      const { open, reached } = await gate(candidate);
      const first = candidate.type("四级自测");
      const second = candidate.type("20岁");
      await waitUntil(() => reached() === 1);
      const stopped = telegram.stop();
      open();
      await stopped;
      await first;
      expect(candidate.shown()).toHaveLength(1);
      await telegram.restart();
      await second;
      expect((await telegram.standing(candidate)).facts).toHaveProperty("age");
    });

    test("does not wait out a pause that Telegram asked for: the next process sends the reply, and the dialog has moved once", async () => {
      const candidate = telegram.candidate();
      telegram.api.fail("sendMessage", new Refusal(429, "Too Many Requests: retry after 60", 60));
      const answered = candidate.type("四级自测");
      await waitUntil(() => telegram.api.callsOf("sendMessage").length === 1);
      const began = performance.now();
      await telegram.restart();
      expect(performance.now() - began).toBeLessThan(5000);
      expect(await answered).toHaveLength(1);
      expect(await telegram.standing(candidate)).toMatchObject({ facts: { target: "四级" } });
    });
  });
});
