import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { TOKEN, type TelegramApi, startTelegramApi } from "./telegram-api.ts";
import { type Candidate, createCandidate } from "./telegram-api/candidate.ts";
import { waitUntil } from "./telegram-api/waiting.ts";
import { Refusal } from "./telegram-api/refusal.ts";

const answerSchema = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
});

let api: TelegramApi;
let candidate: Candidate;
beforeAll(async () => {
  api = await startTelegramApi();
  candidate = createCandidate(api);
});
afterAll(() => api.close());

async function call(method: string, params: object = {}, token = TOKEN) {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(params);
  const response = await fetch(`${api.root}/bot${token}/${method}`, {
    method: "POST",
    headers,
    body,
  });
  return { status: response.status, ...answerSchema.parse(await response.json()) };
}

async function poll(params: object): Promise<number[]> {
  const { result } = await call("getUpdates", params);
  return z
    .array(z.object({ update_id: z.int() }))
    .parse(result)
    .map(({ update_id: id }) => id);
}

describe("the long poll of the stand-in", () => {
  test("waits for an update, gives it again until its id is passed, and then never more", async () => {
    const waiting = poll({ timeout: 20 });
    const update = candidate.written("hello");
    const id = update.update_id;
    const taken = candidate.put(update);
    expect(await waiting).toEqual([id]);
    expect(await poll({ offset: id, timeout: 20 })).toEqual([id]);
    expect(await poll({ offset: id + 1 })).toEqual([]);
    expect(await poll({})).toEqual([]);
    expect(await taken).toEqual([]);
  });

  test("ends with nothing after its time", async () => {
    const began = performance.now();
    expect(await poll({ timeout: 1 })).toEqual([]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  });

  test("is ended by another, and not to be had beside a webhook", async () => {
    const first = call("getUpdates", { timeout: 20 });
    await waitUntil(() => api.callsOf("getUpdates").at(-1)?.params["timeout"] === 20);
    const second = call("getUpdates", { timeout: 1 });
    expect([(await first).status, (await second).status]).toEqual([409, 200]);
    await call("setWebhook", { url: "https://wenkao.example/hook" });
    expect((await call("getUpdates")).status).toBe(409);
    await call("deleteWebhook");
    expect((await call("getUpdates")).status).toBe(200);
  });
});

describe("the stand-in refuses", () => {
  const send = (rest: object) => call("sendMessage", { chat_id: candidate.id, text: "a", ...rest });
  const keyboard = (data: string) => ({
    reply_markup: { inline_keyboard: [[{ text: "a", callback_data: data }]] },
  });

  test.each([
    ["an empty text", { text: " \n" }, /empty/],
    ["a text that is too long", { text: "x".repeat(4097) }, /too long/],
    ["tags that do not nest", { text: "<b><i>x</b></i>", parse_mode: "HTML" }, /parse entities/],
    ["a tag that it does not know", { text: "<div>x</div>", parse_mode: "HTML" }, /parse entities/],
    ["a sign that was not escaped", { text: "1 < 2", parse_mode: "HTML" }, /parse entities/],
    ["more than 64 bytes in a button", keyboard("问".repeat(22)), /BUTTON_DATA_INVALID/],
    ["a chat that it does not know", { chat_id: 7 }, /chat not found/],
    ["what Telegram does not have", { colour: "red" }, /colour/],
  ])("%s", async (_, params, why) => {
    const { ok, status, description } = await send(params);
    expect([ok, status]).toEqual([false, 400]);
    expect(description).toMatch(why);
  });

  test("a wrong token, a method that it does not have, and a tap that was answered", async () => {
    expect((await call("getMe", {}, "42:other")).status).toBe(401);
    expect((await call("sendPigeon")).status).toBe(404);
    expect((await call("answerCallbackQuery", { callback_query_id: "x" })).status).toBe(400);
  });

  test("what it was told to, once", async () => {
    api.fail("sendMessage", new Refusal(429, "Too Many Requests: retry after 3", 3));
    expect(await send({})).toMatchObject({ status: 429, parameters: { retry_after: 3 } });
    expect(await send({})).toMatchObject({ ok: true });
  });

  test("an edit that changes nothing, or of nothing", async () => {
    const { result } = await send({ text: "<b>one</b>", parse_mode: "HTML", ...keyboard("a") });
    const { message_id } = z
      .looseObject({ message_id: z.int(), text: z.literal("one") })
      .parse(result);
    const at = { chat_id: candidate.id, message_id };
    expect((await call("editMessageText", { ...at, text: "two" })).ok).toBe(true);
    expect(candidate.shown().at(-1)).toMatchObject({ text: "two", buttons: [] });
    expect((await call("editMessageReplyMarkup", at)).status).toBe(400);
    expect((await call("editMessageText", { ...at, message_id: 0, text: "x" })).status).toBe(400);
  });
});

test("the stand-in takes commands and signs of typing", async () => {
  const commands = [{ command: "fee", description: "费用" }];
  expect((await call("setMyCommands", { commands })).ok).toBe(true);
  expect(api.state.commands).toEqual(commands);
  const typing = { chat_id: candidate.id, action: "typing" };
  expect((await call("sendChatAction", typing)).ok).toBe(true);
});
