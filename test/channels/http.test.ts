import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHttpServer, type HttpParts } from "../../src/channels/http/server.ts";
import { BusyError } from "../../src/refusals.ts";
import { openLmdbStore } from "../../src/store/lmdb.ts";
import { StoreError, type Store } from "../../src/store/store.ts";
import { NOON, assessEcho, describeEcho, echoTurn } from "./echo.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const PAGE = { language: "en", title: "A <title>", text: "One & only.\n\nTwo." };

let path = "";
let store: Store;
let servers: FastifyInstance[] = [];
let origin = "";

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "wenkao-http-"));
  store = openLmdbStore({ path });
  origin = await serve();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await store.close();
  await rm(path, { recursive: true });
});

describe("a turn", () => {
  test("of text or of a choice gets state and replies, and nothing internal", async () => {
    const said = await say({ text: "hello" });
    expect(said.status).toBe(200);
    expect(said.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await said.json()).toEqual({ state: "echo.1", replies: [expect.objectContaining({ text: '{"text":"hello"}' })] });
    expect(await (await say({ choice: "yes" })).json()).toMatchObject({ replies: [{ text: '{"choice":"yes"}' }] });
  });

  test("carries the moment and a fresh id to the core", async () => {
    const seen: unknown[] = [];
    const turn: HttpParts["turn"] = async (incoming) => {
      seen.push(incoming);
      return { event: "E", state: "s", replies: [] };
    };
    const there = await serve({ turn });
    await say({ text: "a" }, {}, there);
    await say({ text: "a" }, {}, there);
    const one = { conversation: expect.stringMatching(/^http:/), id: expect.stringMatching(/^[\da-f-]{36}$/), body: { text: "a" }, at: NOON };
    expect(seen).toEqual([one, one]);
    expect(new Set(seen.map((incoming) => JSON.stringify(incoming))).size).toBe(2);
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
    ["a key of its own", { text: "a", state: "eligibility" }],
  ])("with %s is a problem", async (_, body) => {
    await expectProblem(await say(body), 400, /^body: send either/);
  });

  test("with no body is a problem", async () => {
    await expectProblem(await fetch(`${origin}/api/turns`, { method: "POST" }), 400, /^body: /);
    await expectProblem(await post("/api/turns", ""), 400, /^body: /);
  });

  test("with malformed JSON is a problem", async () => {
    await expectProblem(await post("/api/turns", '{"text":'), 400, /JSON/);
    await expectProblem(await post("/api/turns", '{"text":"a","__proto__":{}}'), 400);
  });

  test("that is too large is a problem", async () => {
    await expectProblem(await say({ text: "x".repeat(200_000) }), 413);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml"])("as %s is a problem", async (type) => {
    await expectProblem(await post("/api/turns", '{"text":"a"}', { "content-type": type }), 415);
  });
});

describe("the same Idempotency-Key", () => {
  test("with the same body gets the same replies and changes nothing", async () => {
    const cookie = cookieOf(await say({ text: "first" }));
    const headers = { cookie, "idempotency-key": "key 1" };
    const once = await (await say({ text: "a" }, headers)).json();
    expect(await (await say({ text: "a" }, headers)).json()).toEqual(once);
    expect(await stateOf({ cookie })).toBe("echo.2");
  });

  test("with another body is a conflict", async () => {
    const cookie = cookieOf(await say({ text: "first" }));
    const headers = { cookie, "idempotency-key": "key 1" };
    await say({ text: "a" }, headers);
    await expectProblem(await say({ text: "b" }, headers), 409, /Idempotency-Key/);
    await expectProblem(await say({ choice: "a" }, headers), 409);
  });

  test("is another key in another conversation", async () => {
    const headers = { "idempotency-key": "key 1" };
    expect((await say({ text: "a" }, headers)).status).toBe(200);
    expect((await say({ text: "b" }, headers)).status).toBe(200);
  });

  test.each(["", "x".repeat(129), "é", "a\tb"])("may not be %j", async (key) => {
    await expectProblem(await say({ text: "a" }, { "idempotency-key": key }), 400, /^headers: idempotency-key: must be/);
  });
});

describe("the cookie", () => {
  test("is made once, for this site alone, and continues the conversation", async () => {
    const first = await say({ text: "a" });
    const set = first.headers.get("set-cookie") ?? "";
    expect(set).toMatch(/^wenkao=[\w-]{24}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const second = await say({ text: "b" }, { cookie: cookieOf(first) });
    expect(await second.json()).toMatchObject({ state: "echo.2" });
    expect(cookieOf(second)).toBe(cookieOf(first));
  });

  test("counts as none when it is invalid", async () => {
    const forged = await forgedToken();
    for (const cookie of ["wenkao=", "wenkao=a.b", `wenkao=${forged}`, "other=1"]) {
      const said = await say({ text: "a" }, { cookie });
      expect(await said.json()).toMatchObject({ state: "echo.1" });
      expect(cookieOf(said)).not.toBe(cookie);
    }
  });

  test("is Secure behind TLS", async () => {
    const proxied = await say({ text: "a" }, { "x-forwarded-proto": "https" });
    expect(proxied.headers.get("set-cookie")).toMatch(/; Secure/);
    const there = await serve({ config: { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] } });
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
    for (const foreign of ["https://evil.example", "null", `${origin}0`]) {
      await expectProblem(await say({ text: "b" }, { cookie, origin: foreign }), 403, /another site/);
      const erase = { method: "DELETE", headers: { cookie, origin: foreign } };
      await expectProblem(await fetch(`${origin}/api/conversation`, erase), 403);
    }
    expect((await say({ text: "b" }, { cookie, origin })).status).toBe(200);
    expect(await stateOf({ cookie })).toBe("echo.2");
  });

  test("is taken from the public address behind a proxy", async () => {
    const there = await serve({ config: { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] } });
    expect((await say({ text: "a" }, { origin: "https://wenkao.example" }, there)).status).toBe(200);
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
    const elsewhere = await (await fetch(`${await serve({ secret: `${SECRET}!` })}/api/conversations`, { method: "POST" })).json();
    const forged = ["", "x", ".", `${token}=`, `${token}.a`, token.slice(0, -1), token.toUpperCase(), await forgedToken(), elsewhere.token];
    for (const wrong of forged) {
      const refused = await say({ text: "a" }, { authorization: `Bearer ${wrong}` });
      await expectProblem(refused, 401, /POST \/api\/conversations/);
      expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer .*invalid_token/);
    }
    for (const method of ["GET", "DELETE"]) {
      const headers = { authorization: "Bearer forged" };
      await expectProblem(await fetch(`${origin}/api/conversation`, { method, headers }), 401);
    }
  });

  test("leaves other schemes to the proxy that asked for them", async () => {
    expect((await say({ text: "a" }, { authorization: "Basic YTpi" })).status).toBe(200);
  });
});

describe("the conversation", () => {
  test("is fresh before anything was said, and makes no cookie", async () => {
    const shown = await fetch(`${origin}/api/conversation`);
    expect(await shown.json()).toEqual({ state: "echo.0", facts: {}, replies: [] });
    expect(shown.headers.get("set-cookie")).toBeNull();
  });

  test("shows state, facts and the last replies", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    const { state, replies } = await (await say({ text: "b" }, { cookie })).json();
    const shown = await fetch(`${origin}/api/conversation`, { headers: { cookie } });
    expect(await shown.json()).toEqual({ state, facts: { count: 2 }, replies });
    expect(shown.headers.get("cache-control")).toBe("no-store");
  });

  test("is forgotten by DELETE, with its cookie", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    const headers = { cookie, "content-type": "application/json" };
    const erased = await fetch(`${origin}/api/conversation`, { method: "DELETE", headers });
    expect(erased.status).toBe(204);
    expect(await erased.text()).toBe("");
    expect(erased.headers.get("set-cookie")).toMatch(/^wenkao=; .*Expires=Thu, 01 Jan 1970/);
    expect(await stateOf({ cookie })).toBe("echo.0");
    expect((await fetch(`${origin}/api/conversation`, { method: "DELETE" })).status).toBe(204);
  });
});

describe("an assessment", () => {
  test("gives what the command gives", async () => {
    const assessed = await post("/api/assess", '{"facts":{"age":30}}');
    expect(await assessed.json()).toEqual({ levels: {}, facts: { age: 30 } });
  });

  test.each(["[]", "null", "1", '{"fact":1}', ""])("of %j is a problem", async (body) => {
    await expectProblem(await post("/api/assess", body), 422, /facts: missing/);
  });
});

describe("faults", () => {
  test.each([
    ["a store that cannot serve", new StoreError("embedded store at /secret/path: full"), "5"],
    ["a busy conversation", new BusyError("conflict"), "1"],
  ])("%s is 503 with Retry-After", async (_, error, seconds) => {
    const there = await serve({ turn: () => Promise.reject(error) });
    const refused = await say({ text: "a" }, {}, there);
    expect(refused.headers.get("retry-after")).toBe(seconds);
    const { detail } = await expectProblem(refused, 503, /again/);
    expect(detail).not.toContain("/secret/path");
  });

  test("of our own are 500 and tell nothing", async () => {
    const there = await serve({ turn: () => Promise.reject(new TypeError("state.secret is undefined")) });
    const { detail } = await expectProblem(await say({ text: "a" }, {}, there), 500);
    expect(detail).not.toContain("secret");
    const broken = await serve({ turn: async () => ({ event: "E", state: 1, replies: [] }) as never });
    await expectProblem(await say({ text: "a" }, {}, broken), 500);
  });

  test("an unknown address, a wrong method and a bad address are problems", async () => {
    await expectProblem(await fetch(`${origin}/api/nothing`), 404);
    const wrong = await fetch(`${origin}/api/turns?x=1`);
    await expectProblem(wrong, 405, /GET/);
    expect(wrong.headers.get("allow")).toBe("POST");
    const neither = await fetch(`${origin}/api/conversation`, { method: "PUT" });
    expect(neither.headers.get("allow")).toBe("GET, DELETE");
    await expectProblem(await fetch(`${origin}/%`), 400);
  });

  test("what is not HTTP is a problem too", async () => {
    expect(await raw("nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 400 Bad Request\r\n.*problem\+json.*"status":400/s);
    const long = await raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(long).toMatch(/^HTTP\/1.1 431 .*"status":431/s);
  });
});

describe("operation", () => {
  test("healthz tells that the process lives, readyz that it can serve", async () => {
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: "alive" });
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: "ready" });
    const down = { ...store, ping: () => Promise.reject(new StoreError("full")) };
    const there = await serve({ store: down });
    expect((await fetch(`${there}/healthz`)).status).toBe(200);
    const refused = await fetch(`${there}/readyz`);
    expect(refused.headers.get("retry-after")).toBe("5");
    await expectProblem(refused, 503);
  });

  test("metrics count by route, method and status", async () => {
    await say({ text: "a" });
    await fetch(`${origin}/nowhere/1`);
    const told = await fetch(`${origin}/metrics`);
    expect(told.headers.get("content-type")).toMatch(/^text\/plain/);
    const metrics = await told.text();
    expect(metrics).toMatch(/_count\{method="POST",route="\/api\/turns",status="200"\} 1/);
    expect(metrics).toMatch(/_count\{method="GET",route="none",status="404"\} 1/);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  test("openapi.json describes every route of the API from its schemas", async () => {
    const api = await (await fetch(`${origin}/openapi.json`)).json();
    expect(api.openapi).toBe("3.1.0");
    const routes = Object.entries<object>(api.paths).map(([route, methods]) => [route, Object.keys(methods)]);
    expect(Object.fromEntries(routes)).toEqual({
      "/api/turns": ["post"],
      "/api/conversations": ["post"],
      "/api/conversation": ["get", "delete"],
      "/api/assess": ["post"],
      "/healthz": ["get"],
      "/readyz": ["get"],
    });
    const { requestBody, parameters, responses } = api.paths["/api/turns"].post;
    expect(requestBody.content["application/json"].schema.anyOf).toHaveLength(2);
    expect(parameters).toEqual([expect.objectContaining({ in: "header", name: "idempotency-key" })]);
    expect(responses["200"].content["application/json"].schema.properties.replies.type).toBe("array");
    expect(responses.default.content["application/problem+json"].schema.required).toContain("detail");
  });

  test("the page says what this is, in words that cannot become markup", async () => {
    const page = await fetch(origin);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const html = await page.text();
    expect(html).toContain("<h1>A &lt;title&gt;</h1>\n<p>One &amp; only.</p>\n<p>Two.</p>");
    expect(html).not.toContain("<script");
  });

  test("every answer carries the protecting headers", async () => {
    const config = { PUBLIC_URL: undefined, EMBED_ORIGINS: ["https://a.example", "https://b.example"] };
    const there = await serve({ config });
    for (const answer of [await fetch(there), await fetch(`${there}/no`), await say({}, {}, there)]) {
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("content-security-policy")).toContain(
        "frame-ancestors 'self' https://a.example https://b.example",
      );
    }
    expect((await fetch(origin)).headers.get("content-security-policy")).toMatch(/frame-ancestors 'self'$/);
  });

  test("close() waits for the requests in hand", async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const turn: HttpParts["turn"] = async () => {
      started.resolve();
      await finish.promise;
      return { event: "E", state: "done", replies: [] };
    };
    const there = await serve({ turn });
    const said = say({ text: "a" }, {}, there);
    await started.promise;
    const closed = servers.at(-1)?.close();
    finish.resolve();
    expect(await (await said).json()).toEqual({ state: "done", replies: [] });
    await closed;
    await expect(fetch(there)).rejects.toThrow();
  });
});

/** @returns the origin of a new server, with some of its parts replaced */
async function serve(parts: Partial<HttpParts> = {}): Promise<string> {
  const server = await createHttpServer({
    turn: echoTurn(store),
    describe: describeEcho,
    assess: assessEcho,
    store,
    config: { PUBLIC_URL: undefined, EMBED_ORIGINS: [] },
    secret: SECRET,
    now: () => NOON,
    page: PAGE,
    logger: pino({ level: "silent" }),
    ...parts,
  });
  servers.push(server);
  return server.listen({ host: "127.0.0.1", port: 0 });
}

function post(route: string, body: string, headers: Record<string, string> = {}, at = origin): Promise<Response> {
  const type = { "content-type": "application/json" };
  return fetch(`${at}${route}`, { method: "POST", headers: { ...type, ...headers }, body });
}

function say(body: unknown, headers: Record<string, string> = {}, at = origin): Promise<Response> {
  return post("/api/turns", JSON.stringify(body), headers, at);
}

async function stateOf(headers: Record<string, string>): Promise<unknown> {
  const shown = await fetch(`${origin}/api/conversation`, { headers });
  return (await shown.json()).state;
}

function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

async function issueToken(): Promise<string> {
  const issued = await fetch(`${origin}/api/conversations`, { method: "POST" });
  expect(issued.status).toBe(201);
  return (await issued.json()).token;
}

/** A signature of ours under the id of another conversation. */
async function forgedToken(): Promise<string> {
  const [id] = (await issueToken()).split(".");
  const [, mac] = (await issueToken()).split(".");
  return `${id}.${mac}`;
}

async function expectProblem(response: Response, status: number, detail = /./) {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const problem = await response.json();
  expect(problem).toEqual({ type: "about:blank", title: response.statusText, status, detail: expect.stringMatching(detail) });
  return problem;
}

/** Sends bytes that fetch would not. @returns the whole answer */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(bytes);
  return text(socket);
}
