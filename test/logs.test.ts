import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WAYS, runTelegram } from "./channels/telegram/running.ts";
import { useServing } from "./commands/serving.ts";
import { Refusal } from "./telegram-api/refusal.ts";
import { TOKEN } from "./telegram-api.ts";
import { makeRoom, run } from "./wenkao-process.ts";

/** What a candidate might tell that is nobody else's business; it leads to every way in which a turn ends. */
const NAME = "欧阳某某";
const PHONE = "13912345678";
const ID = "310101199001011234";
const PERSONAL = [NAME, PHONE, ID, "secret@example.org"];
const TOLD = PERSONAL.map((what) => `我叫${what}，四级能考吗`);
const CLIENT = "203.0.113.77";

function expectNothingOf(log: string, secrets: readonly string[]): void {
  expect(log.length).toBeGreaterThan(0);
  for (const secret of [...PERSONAL, ...secrets]) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/能考吗|审核|Bearer|wenkao=/u);
}

describe("the log at level trace, over HTTP", () => {
  const serve = useServing();

  test.each([
    ["as it is", {}, '"msg":"turn"'],
    [
      "with Redis away and everything limited",
      {
        REDIS_URL: "redis://user:pass-word@127.0.0.1:1",
        SECRET: "0123456789abcdef0123456789abcdef",
        RATE_LIMIT_CONVERSATION: "2",
      },
      "cannot load: away",
    ],
  ])("%s, tells nothing of anybody", async (_, settings, heard) => {
    const { origin, child } = await serve({
      LOG_LEVEL: "trace",
      TRUST_PROXY: "loopback",
      ...settings,
    });
    let log = "";
    child.stderr.on("data", (chunk: Buffer) => void (log += chunk.toString()));
    const secrets = [CLIENT, "pass-word", "0123456789abcdef"];
    const headers: Record<string, string> = {
      "x-forwarded-for": CLIENT,
      "content-type": "application/json",
    };
    const post = (route: string, body: unknown, more = {}) =>
      fetch(origin + route, {
        method: "POST",
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
    const { token } = (await (await post("/api/conversations", null)).json()) as { token: string };
    secrets.push(token, token.split(".")[0] ?? "");
    const bearer = { authorization: `Bearer ${token}` };
    for (const text of TOLD) {
      await post("/api/turns", { text }, { ...bearer, "idempotency-key": PHONE });
      await post("/api/turns", { text }, bearer);
      await post("/api/assess", { facts: { work: text, [text]: 1 } });
      await post("/api/receipt", { code: text });
      await post("/api/conversations", { telegram: text });
      await post(
        "/api/turns",
        { [text]: text },
        { authorization: `Bearer ${encodeURIComponent(text)}` },
      );
      await fetch(`${origin}/${encodeURIComponent(text)}?${PHONE}`, { headers });
      await fetch(`${origin}/?ask=${encodeURIComponent(text)}`, { headers });
    }
    await fetch(`${origin}/api/conversation`, { method: "DELETE", headers: bearer });
    child.kill("SIGTERM");
    await once(child, "exit");
    expect(log).toContain(heard);
    expectNothingOf(decodeURI(log.replaceAll(/%(?![\dA-F]{2})/gu, "%25")), secrets);
  });
});

describe.each(WAYS)("the log at level trace, with $library over $mode", (way) => {
  let telegram: Awaited<ReturnType<typeof runTelegram>>;
  beforeEach(async () => void (telegram = await runTelegram(way, { level: "trace" })));
  afterEach(() => telegram.close());

  test("tells nothing of anybody, whatever fails", async () => {
    const candidate = telegram.candidate();
    for (const text of TOLD) await candidate.type(text);
    telegram.api.fail("sendMessage", new Refusal(500, "Internal Server Error"));
    await candidate.type(TOLD[0] ?? "");
    telegram.api.fail("sendMessage", new Refusal(400, "Bad Request: message is too long"));
    await candidate.type(TOLD[1] ?? "");
    telegram.api.fail("answerCallbackQuery", new Refusal(400, "Bad Request: query is too old"));
    await candidate.tapData(`wk:${PHONE}`);
    await telegram.restart(() => Promise.reject(new Error("the store is away")));
    await candidate.type(TOLD[2] ?? "");
    candidate.block();
    await candidate.type(TOLD[3] ?? "");
    const { conversation, from } = candidate;
    const log = telegram.logged.join("");
    for (const happened of ["500 Internal", "too long", "could not be taken", "blocked"])
      expect(log).toContain(happened);
    expectNothingOf(log, [TOKEN, conversation, from.first_name, `"${from.id}`, `:${from.id},`]);
  });
});

test("the terminal logs nothing", async () => {
  const room = await makeRoom();
  const { stderr, code } = await run(["chat"], room.path, `${TOLD.join("\n")}\n`, {
    LOG_LEVEL: "trace",
  });
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  await room.remove();
});
