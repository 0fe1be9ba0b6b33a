import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { post } from "../../telegram-api/webhook.ts";
import { LIBRARIES, type Running, WEBHOOK_SECRET, runTelegram } from "./running.ts";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { Refusal } from "../../telegram-api/refusal.ts";

describe.each(LIBRARIES)("with %s", (library) => {
  let telegram: Running;
  beforeEach(async () => void (telegram = await runTelegram({ library, mode: "webhook" })));
  afterEach(() => telegram.close());

  test("Telegram is told where to deliver what, and with which secret", () => {
    const [{ params } = { params: {} }] = telegram.api.callsOf("setWebhook");
    expect(params).toEqual({
      url: "https://wenkao.example/telegram/42:hook",
      secret_token: WEBHOOK_SECRET,
      allowed_updates: ["message", "edited_message", "callback_query"],
    });
  });

  test.each([undefined, "", "a-secret_that-Telegram-repeatZ", `${WEBHOOK_SECRET}x`, "a"])(
    "an update signed with %j is refused and changes nothing",
    async (secret) => {
      const candidate = telegram.candidate();
      const { status } = await post(telegram.webhook(), candidate.written("四级自测"), secret);
      expect(status).toBe(401);
      expect(candidate.shown()).toEqual([]);
      expect((await telegram.standing(candidate)).facts).toEqual({});
    },
  );

  test("what is no update is refused", async () => {
    const headers = {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": WEBHOOK_SECRET,
    };
    const response = await fetch(telegram.webhook(), { method: "POST", headers, body: "[1]" });
    expect(response.status).toBe(400);
  });

  test("no other path is taken for that with the colon", async () => {
    const other = telegram.webhook().replace("42:hook", "42other");
    const update = telegram.candidate().written("四级自测");
    expect((await post(other, update, WEBHOOK_SECRET)).status).toBe(404);
  });

  test("an update that we do not answer is taken and left", async () => {
    expect(await telegram.candidate().send("pinned_message")).toEqual([]);
    expect(telegram.api.delivered.map(({ status }) => status)).toEqual([200]);
  });

  test("a tap is acknowledged at once, however long its reply takes", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    telegram.api.fail("sendMessage", new Refusal(429, "Too Many Requests: retry after 2", 2));
    await candidate.tap("都没做过");
    const [acknowledged] = telegram.api.callsOf("answerCallbackQuery");
    const sent = telegram.api.callsOf("sendMessage").at(-1);
    expect((sent?.at ?? 0) - (acknowledged?.at ?? 0)).toBeGreaterThan(1900);
  });

  test("only what may go unseen travels in the answer to the webhook: never a reply", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    await candidate.tap("都没做过");
    const inAnswers = telegram.api.calls.filter(({ inWebhook }) => inWebhook);
    expect(inAnswers.map(({ method }) => method)).toEqual(["editMessageText"]);
    expect(candidate.shown()[0]?.text).toMatch(/✓ 都没做过$/u);
    expect(telegram.api.state.taps).toEqual(new Set());
  });

  test("while it stops it finishes the turn in hand, and takes no other", async () => {
    const [slow, late] = [telegram.candidate(), telegram.candidate()];
    let open = (): void => {};
    let reached = 0;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await telegram.restart(async (incoming) => {
      reached++;
      await opened;
      return telegram.turn(incoming);
    });
    const answered = slow.type("四级多少钱");
    await waitUntil(() => reached === 1);
    const at = telegram.webhook();
    const stopped = telegram.stop();
    expect((await post(at, late.written("四级多少钱"), WEBHOOK_SECRET)).status).toBe(503);
    open();
    await stopped;
    expect(await answered).toHaveLength(1);
    expect(reached).toBe(1);
  });

  test("its path, which may hold the token, stands in no metrics", async () => {
    await telegram.candidate().type("四级多少钱");
    const metrics = await (await fetch(new URL("/metrics", telegram.webhook()))).text();
    expect(metrics).toContain('route="telegram"');
    expect(metrics).not.toContain("42:");
  });

  test("an update whose reply cannot be sent is not taken, and comes again without advancing", async () => {
    const candidate = telegram.candidate();
    telegram.api.fail(
      "sendMessage",
      ...Array.from({ length: 4 }, () => new Refusal(502, "Bad Gateway")),
    );
    expect(await candidate.type("四级自测")).toHaveLength(1);
    expect(telegram.api.delivered.map(({ status }) => status)).toEqual([503, 200]);
    expect(await telegram.standing(candidate)).toMatchObject({ state: "eligibility.asking" });
  }, 15_000);

  test("the webhook shows in no description of the HTTP interface", async () => {
    const response = await fetch(new URL("/openapi.json", telegram.webhook()));
    expect(JSON.stringify(await response.json())).not.toMatch(/42:|\/telegram/u);
  });
});
