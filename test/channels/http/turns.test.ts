import { describe, expect, test } from "vitest";
import type { HttpParts } from "../../../src/channels/http/server.ts";
import type { Incoming } from "../../../src/message.ts";
import { NOON } from "./echo.ts";
import { cookieOf, expectProblem, jsonOf, useServer } from "./served.ts";

const { serve, post, send, say, stateOf } = useServer();

describe("a turn", () => {
  test("of text or of a choice gets state and replies, and nothing internal", async () => {
    const said = await say({ text: "hello" });
    expect(said.status).toBe(200);
    expect(said.headers.get("content-type")).toMatch(/^application\/json/);
    const replies = [expect.objectContaining({ text: '{"text":"hello"}' })];
    expect(await jsonOf(said)).toEqual({ state: "echo.1", replies });
    const tapped = await jsonOf(await say({ choice: "yes" }));
    expect(tapped).toMatchObject({ replies: [{ text: '{"choice":"yes"}' }] });
  });

  test("carries conversation, a fresh id and the moment to the core", async () => {
    const seen: Incoming[] = [];
    const turn: HttpParts["turn"] = async (incoming) => {
      seen.push(incoming);
      return { event: "E", state: "s", replies: [] };
    };
    const there = await serve({ turn });
    await say({ text: "a" }, {}, there);
    await say({ text: "a" }, {}, there);
    for (const { conversation, id, body, at } of seen) {
      expect(conversation).toMatch(/^http:[\w-]{24}$/);
      expect(id).toMatch(/^[\da-f-]{36}$/);
      expect({ body, at }).toEqual({ body: { text: "a" }, at: NOON });
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
    expect(new Set(seen.map(({ conversation }) => conversation)).size).toBe(2);
  });

  test("of 100 kB is left to the dialog to refuse", async () => {
    expect((await say({ text: "x".repeat(100_000) })).status).toBe(200);
  });

  test.each([
    ["text and choice", { text: "a", choice: "b" }],
    ["neither", {}],
    ["a number", { text: 1 }],
    ["null", { text: null }],
    ["a list", [{ text: "a" }]],
    ["a string", "a"],
    ["a further key", { text: "a", state: "eligibility" }],
  ])("with %s is a problem", async (_, body) => {
    await expectProblem(await say(body), 400, /^body: /);
  });

  test("with no body is a problem", async () => {
    await expectProblem(await send("POST", "/api/turns", {}), 400, /^body: send either/);
    await expectProblem(await post("/api/turns", ""), 400, /^body: send either/);
  });

  test("with malformed JSON is a problem", async () => {
    await expectProblem(await post("/api/turns", '{"text":'), 400, /JSON/);
    await expectProblem(await post("/api/turns", '{"text":"a","__proto__":{}}'), 400);
  });

  test("that is too large is a problem", async () => {
    await expectProblem(await say({ text: "x".repeat(200_000) }), 413);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml"])(
    "as %s is a problem",
    async (type) => {
      await expectProblem(await post("/api/turns", '{"text":"a"}', { "content-type": type }), 415);
    },
  );
});

describe("the same Idempotency-Key", () => {
  test("with the same body gets the same replies and changes nothing", async () => {
    const cookie = cookieOf(await say({ text: "first" }));
    const headers = { cookie, "idempotency-key": "key 1" };
    const replied = await jsonOf(await say({ text: "a" }, headers));
    expect(await jsonOf(await say({ text: "a" }, headers))).toEqual(replied);
    expect(await stateOf({ cookie })).toBe("echo.2");
  });

  test("with another body is a conflict", async () => {
    const cookie = cookieOf(await say({ text: "first" }));
    const headers = { cookie, "idempotency-key": "key 1" };
    await say({ text: "a" }, headers);
    await expectProblem(await say({ text: "b" }, headers), 409, /Idempotency-Key/);
    await expectProblem(await say({ choice: "a" }, headers), 409);
    expect(await stateOf({ cookie })).toBe("echo.2");
  });

  test("is another key in another conversation", async () => {
    const headers = { "idempotency-key": "key 1" };
    expect((await say({ text: "a" }, headers)).status).toBe(200);
    expect((await say({ text: "b" }, headers)).status).toBe(200);
  });

  test.each(["", "x".repeat(129), "é", "a\tb"])("may not be %j", async (key) => {
    const refused = await say({ text: "a" }, { "idempotency-key": key });
    await expectProblem(refused, 400, /^headers: idempotency-key: must be/);
  });
});
