import { describe, expect, test } from "vitest";
import { BusyError } from "../../../src/refusals.ts";
import { SECRET, cookieOf, expectProblem, jsonOf, useServer } from "./served.ts";

const { serve, send, erase, say, stateOf, issueToken, origin } = useServer();

/** A signature of ours under the id of another conversation. */
async function forgedToken(): Promise<string> {
  const [id] = (await issueToken()).split(".");
  const [, mac] = (await issueToken()).split(".");
  return `${id}.${mac}`;
}

describe("the cookie", () => {
  test("is made once, for this site alone, and continues the conversation", async () => {
    const first = await say({ text: "a" });
    const set = first.headers.get("set-cookie") ?? "";
    expect(set).toMatch(
      /^wenkao=[\w-]{24}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const second = await say({ text: "b" }, { cookie: cookieOf(first) });
    expect(await jsonOf(second)).toMatchObject({ state: "echo.2" });
    expect(cookieOf(second)).toBe(cookieOf(first));
  });

  test("counts as none when it is invalid", async () => {
    const forged = await forgedToken();
    for (const cookie of ["wenkao=", "wenkao=a.b", `wenkao=${forged}`, "other=1"]) {
      const said = await say({ text: "a" }, { cookie });
      expect(await jsonOf(said)).toMatchObject({ state: "echo.1" });
      expect(cookieOf(said)).not.toBe(cookie);
    }
  });

  test("is Secure behind TLS", async () => {
    const proxied = await say({ text: "a" }, { "x-forwarded-proto": "https" });
    expect(proxied.headers.get("set-cookie")).toMatch(/; Secure/);
    const there = await serve({
      config: { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] },
    });
    expect((await say({ text: "a" }, {}, there)).headers.get("set-cookie")).toMatch(/; Secure/);
  });

  test("is made even when the turn fails, so that it can be sent again", async () => {
    const there = await serve({ turn: () => Promise.reject(new BusyError("busy")) });
    const failed = await say({ text: "a" }, {}, there);
    expect(failed.status).toBe(503);
    expect(cookieOf(failed)).toMatch(/^wenkao=/);
  });

  test("is refused when another site sends it", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    for (const foreign of ["https://evil.example", "null", `${origin()}0`]) {
      await expectProblem(
        await say({ text: "b" }, { cookie, origin: foreign }),
        403,
        /another site/,
      );
      await expectProblem(await erase({ cookie, origin: foreign }), 403);
    }
    expect((await say({ text: "b" }, { cookie, origin: origin() })).status).toBe(200);
    expect(await stateOf({ cookie })).toBe("echo.2");
  });

  test("is taken from the public address behind a proxy", async () => {
    const there = await serve({
      config: { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] },
    });
    expect((await say({ text: "a" }, { origin: "https://wenkao.example" }, there)).status).toBe(
      200,
    );
  });
});

describe("a bearer token", () => {
  test("is a conversation without a cookie, from any site", async () => {
    const authorization = `Bearer ${await issueToken()}`;
    const said = await say({ text: "a" }, { authorization, origin: "https://other.example" });
    expect(said.status).toBe(200);
    expect(said.headers.get("set-cookie")).toBeNull();
    expect(await stateOf({ authorization })).toBe("echo.1");
    expect(await stateOf({ authorization: `bearer ${await issueToken()}` })).toBe("echo.0");
  });

  test("wins over a cookie", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    expect(await stateOf({ cookie, authorization: `Bearer ${await issueToken()}` })).toBe("echo.0");
  });

  test("that we did not issue is refused", async () => {
    const token = await issueToken();
    const elsewhere = await issueToken(await serve({ secret: `${SECRET}!` }));
    const misspelt = [
      "",
      "x",
      ".",
      `${token}=`,
      `${token}.a`,
      token.slice(0, -1),
      token.toUpperCase(),
    ];
    for (const wrong of [...misspelt, await forgedToken(), elsewhere]) {
      const refused = await say({ text: "a" }, { authorization: `Bearer ${wrong}` });
      await expectProblem(refused, 401, /POST \/api\/conversations/);
      expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer .*invalid_token/);
    }
    for (const method of ["GET", "DELETE"]) {
      const refused = await send(method, "/api/conversation", { authorization: "Bearer forged" });
      await expectProblem(refused, 401);
    }
  });

  test("erases its own conversation and leaves the cookie", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    const authorization = `Bearer ${await issueToken()}`;
    const erased = await erase({ cookie, authorization });
    expect(erased.status).toBe(204);
    expect(erased.headers.get("set-cookie")).toBeNull();
    expect(await stateOf({ cookie })).toBe("echo.1");
  });

  test("leaves other schemes to the proxy that asked for them", async () => {
    expect((await say({ text: "a" }, { authorization: "Basic YTpi" })).status).toBe(200);
  });
});
