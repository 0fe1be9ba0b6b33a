import { sign } from "@tma.js/init-data-node";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { createTokens } from "../../../src/channels/http/tokens.ts";
import { createLaunches } from "../../../src/channels/telegram/mini-app.ts";
import { AT, assistant } from "../../quanmeiti-assistant.ts";
import { SECRET, expectProblem, jsonOf, useServer } from "./served.ts";

const { serve, post, get, send, say, store, issueToken } = useServer();
const TOKEN = "42:stand-in";
const ANN = { user: { id: 7, first_name: "Ann" } };
const MINUTE = 60_000;

/** What Telegram hands the page. */
function launched(data: Parameters<typeof sign>[0] = ANN, by = TOKEN, minutesAgo = 0): string {
  return sign(data, by, new Date(Date.now() - minutesAgo * MINUTE));
}

/** The real assistant with a bot, and all that it logs. */
async function serveBot() {
  const logged: string[] = [];
  const turn = assistant.turnOn(store());
  const there = await serve({
    turn,
    describe: assistant.describe,
    now: () => AT,
    launch: createLaunches(TOKEN),
    logger: pino({ level: "trace" }, { write: (line) => void logged.push(line) }),
  });
  const begin = (telegram: unknown) =>
    post("/api/conversations", JSON.stringify({ telegram }), {}, there);
  return {
    there,
    turn,
    begin,
    logged,
    enter: async (initData: string) => {
      const begun = await begin(initData);
      expect(begun.status).toBe(201);
      return { authorization: `Bearer ${String((await jsonOf(begun))["token"])}` };
    },
  };
}

describe("a launch of the Mini App", () => {
  test("goes on with the interview that the chat began, and the chat with what it said", async () => {
    const { there, turn, enter, logged } = await serveBot();
    const chat = { conversation: "telegram:7:7", at: AT };
    await turn({ ...chat, id: "1000001", body: { text: "四级能考吗 我大专电商应届" } });
    const initData = launched();
    const ann = await enter(initData);
    const taken = await jsonOf(await get("/api/conversation", ann, there));
    expect(JSON.stringify(taken["replies"])).toContain("您满16周岁了吗");
    await say({ text: "改一下专业" }, ann, there);
    await say({ text: "计算机" }, ann, there);
    const { replies } = await turn({ ...chat, id: "1000002", body: { text: "您好" } });
    expect(JSON.stringify(replies)).toContain("计算机");
    const hash = new URLSearchParams(initData).get("hash") ?? "";
    for (const secret of [hash, ann.authorization.slice("Bearer ".length)])
      expect(logged.join("\n")).not.toContain(secret);
  });

  test("is another conversation for each user, and the same for each launch of one", async () => {
    const { there, enter } = await serveBot();
    const first = await enter(launched());
    await say({ text: "四级能考吗 我大专电商应届" }, first, there);
    const facts = async (of: Record<string, string>) =>
      (await jsonOf(await get("/api/conversation", of, there)))["facts"];
    const again = await enter(launched({ ...ANN, start_param: "menu" }));
    expect(again.authorization).not.toBe(first.authorization);
    expect(await facts(again)).toEqual(await facts(first));
    const bob = await enter(launched({ user: { id: 8, first_name: "Bob" } }));
    expect(await facts(bob)).toEqual({});
    expect(await facts(first)).not.toEqual({});
  });

  test.each([
    ["of another bot", launched(ANN, "43:other"), /not signed for this bot/],
    ["with a changed field", launched().replace("%3A7%2C", "%3A8%2C"), /not signed/],
    ["with a field more", `${launched()}&query_id=1`, /not signed/],
    ["with a second user", `${launched()}&user=%7B%22id%22%3A8%7D`, /not signed/],
    ["an hour old", launched(ANN, TOKEN, 61), /has expired/],
    ["without a user", launched({ query_id: "1" }), /names no user/],
    ["with a user that is none", launched({ user: { id: 0, first_name: "" } }), /names no user/],
    ["without a signature", "user=%7B%22id%22%3A7%7D&auth_date=1", /not signed/],
    ["that is no such thing", "%%%", /not signed/],
    ["that is empty", "", /not signed/],
  ])("%s is refused", async (_, initData, why) => {
    const { begin } = await serveBot();
    const refused = await begin(initData);
    expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await expectProblem(refused, 401, why)).toContain("open the page from Telegram again");
  });

  test("is still taken shortly before it is an hour old", async () => {
    const { begin } = await serveBot();
    expect((await begin(launched(ANN, TOKEN, 59))).status).toBe(201);
  });

  test("is refused where no bot is set up, and Telegram gets no frame", async () => {
    const body = JSON.stringify({ telegram: launched() });
    const refused = await post("/api/conversations", body);
    await expectProblem(refused, 401, /TELEGRAM_TOKEN, and open the page from Telegram again/);
    expect(refused.headers.get("content-security-policy")).not.toContain("telegram");
    const { there } = await serveBot();
    const page = await get("/", {}, there);
    expect(page.headers.get("content-security-policy")).toContain(
      "frame-ancestors 'self' https://web.telegram.org",
    );
  });

  test.each(["[]", '{"telegram":7}', '{"telegram":"","user":7}', '"telegram"', '{"user":7}'])(
    "in a body like %s is a fault of the request",
    async (body) => {
      const { there } = await serveBot();
      await expectProblem(await post("/api/conversations", body, {}, there), 400);
    },
  );

  test("is not needed: without a body there is a new conversation", async () => {
    const { there } = await serveBot();
    for (const begun of [
      await send("POST", "/api/conversations", {}, there),
      await post("/api/conversations", "", {}, there),
    ]) {
      expect(begun.status).toBe(201);
      expect(String((await jsonOf(begun))["token"])).toMatch(/^[\w-]{24}\.[\w-]{43}$/);
    }
  });
});

describe("its token", () => {
  const nameOf = (conversation: string) => Buffer.from(conversation).toString("base64url");

  test("cannot be made of another, nor of a user's id", async () => {
    const { there, enter } = await serveBot();
    const { authorization } = await enter(launched());
    const [name, end, mac] = authorization.slice("Bearer ".length).split(".");
    expect(name).toBe(nameOf("telegram:7:7"));
    const [, ownMac] = (await issueToken(there)).split(".");
    for (const forged of [
      `${nameOf("telegram:8:8")}.${end}.${mac}`,
      `${name}.${end}z.${mac}`,
      `${name}.${end}.${ownMac}`,
      `${name}.${mac}`,
      `${name}.${end}`,
      `${name}.${end}.${mac}.`,
      `${name}..${mac}`,
      `telegram:7:7.${end}.${mac}`,
    ]) {
      const refused = await get("/api/conversation", { authorization: `Bearer ${forged}` }, there);
      await expectProblem(refused, 401);
    }
    const elsewhere = await serve({ secret: "another secret of 32 characters.." });
    await expectProblem(await get("/api/conversation", { authorization }, elsewhere), 401);
  });

  test("ends after a week, and that of a conversation of ours does not", () => {
    let now = 0;
    const tokens = createTokens(SECRET, () => now);
    const [ann, own] = [tokens.issueFor("telegram:7:7"), tokens.issue()];
    now = 7 * 24 * 60 * MINUTE - 1;
    expect(tokens.conversationOf(ann)).toBe("telegram:7:7");
    now += 1;
    expect(tokens.conversationOf(ann)).toBeUndefined();
    expect(tokens.conversationOf(own)).toMatch(/^http:/);
  });
});
