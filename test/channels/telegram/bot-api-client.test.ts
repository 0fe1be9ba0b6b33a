import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/bot-api-client.ts";
import { TelegramFault } from "../../../src/channels/telegram/fault.ts";

const TOKEN = "42:a-token_of-nobody";

type Serve = (request: IncomingMessage, response: ServerResponse) => unknown;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))));

/** A server on loopback in the Bot API's place. @returns where it is, and how many have connected */
async function startServer(serve: Serve) {
  const server = createServer((request, response) => void serve(request, response));
  let connections = 0;
  server.on("connection", () => void connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, connections: () => connections };
}

async function apiOf(serve: Serve, seconds?: number) {
  const { host } = await startServer(serve);
  return createBotApi({ token: TOKEN, apiRoot: `http://${host}`, ...(seconds && { seconds }) });
}

const saying =
  (status: number, body: string): Serve =>
  (_, response) =>
    response.writeHead(status).end(body);

/** The fault of a call, in which the token stands nowhere. */
async function faultOf(call: Promise<unknown>): Promise<TelegramFault> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TelegramFault)) throw new Error("no TelegramFault", { cause: error });
  for (let told: unknown = error; told instanceof Error; told = told.cause)
    expect([told.message, told.stack, JSON.stringify(told)].join()).not.toContain(TOKEN);
  return error;
}

test("a call is posted in JSON, below whatever path and with whatever name the root has, and gives its result", async () => {
  const came: unknown[] = [];
  const { host } = await startServer(async (request, response) => {
    const { method, url, headers } = request;
    came.push(method, url, headers["content-type"], headers.authorization, await json(request));
    response.end(JSON.stringify({ ok: true, result: { message_id: 7 } }));
  });
  const call = createBotApi({ token: TOKEN, apiRoot: `http://me:s%3A@${host}/a/path//` });
  expect(await call("sendMessage", { chat_id: 1, text: "考" })).toEqual({ message_id: 7 });
  expect(came).toEqual([
    "POST",
    `/a/path/bot${TOKEN}/sendMessage`,
    "application/json",
    `Basic ${Buffer.from("me:s:").toString("base64")}`,
    { chat_id: 1, text: "考" },
  ]);
});

test("calls one after another share connections", async () => {
  const server = await startServer(saying(200, '{"ok":true,"result":true}'));
  const call = createBotApi({ token: TOKEN, apiRoot: `http://${server.host}` });
  for (let time = 0; time < 20; time++) await call("getMe");
  expect(server.connections()).toBeLessThanOrEqual(2); // the next may begin while the last is being ended
});

test("a refusal says what Telegram says, and for how long nothing is taken", async () => {
  const refused = {
    error_code: 429,
    description: "Too Many Requests",
    parameters: { retry_after: 9 },
  };
  const call = await apiOf(saying(429, JSON.stringify({ ok: false, ...refused })));
  const fault = await faultOf(call("sendMessage"));
  expect(fault).toMatchObject({ code: 429, retryAfter: 9, isFinal: false });
  expect(fault.message).toBe("telegram: sendMessage was refused: 429 Too Many Requests");
});

test.each([
  [502, "<html>Bad Gateway</html>"],
  [404, `no /bot${TOKEN}`],
  [200, ""],
  [200, "null"],
  [200, "[]"],
  [403, '{"error":"blocked by the proxy"}'],
])("what answers with %d and %j is no Bot API: it may be one later", async (status, body) => {
  const fault = await faultOf((await apiOf(saying(status, body)))("getMe"));
  expect(fault).toMatchObject({ code: undefined, isFinal: false, isOfChat: false });
  expect(fault.message).toContain(`getMe was answered by what is no Bot API (HTTP ${status})`);
  expect(fault.message).toContain("TELEGRAM_API_ROOT");
});

test("a connection that breaks is named, in the middle of an answer too", async () => {
  const hangingUp = await apiOf((_, response) => response.destroy());
  expect((await faultOf(hangingUp("getMe"))).message).toMatch(
    /getMe did not reach.*UND_ERR_SOCKET/u,
  );
  const breaking = await apiOf((_, response) => {
    response.writeHead(200, { "content-length": 100 }).write('{"ok":');
    setImmediate(() => response.destroy());
  });
  const fault = await faultOf(breaking("getMe"));
  expect(fault).toMatchObject({ isFinal: false, cause: expect.any(Error) as Error });
});

test("where nobody listens it says so", async () => {
  const { host } = await startServer(() => {});
  await Promise.all(closing.splice(0).map((close) => close()));
  const call = createBotApi({ token: TOKEN, apiRoot: `http://${host}` });
  expect((await faultOf(call("getMe"))).message).toContain("ECONNREFUSED");
});

test.each([
  ["that never comes", () => {}],
  ["that never ends", (_: unknown, response: ServerResponse) => response.write('{"ok":')],
])("an answer %s is given up, and so is its connection", async (_, serve) => {
  let isGone = false;
  const call = await apiOf((request, response) => {
    response.on("close", () => void (isGone = true));
    serve(request, response);
  }, 0.2);
  const start = performance.now();
  expect((await faultOf(call("getMe"))).message).toMatch(/UND_ERR_(?:HEADERS|BODY)_TIMEOUT/u);
  expect(performance.now() - start).toBeLessThan(5000);
  await expect.poll(() => isGone).toBe(true);
});

test("a signal gives a call up, before it begins and under way", async () => {
  let came = 0;
  const call = await apiOf(() => void came++);
  expect((await faultOf(call("getMe", {}, AbortSignal.abort()))).message).toContain("AbortError");
  expect(came).toBe(0);
  const stopping = new AbortController();
  const called = faultOf(call("getUpdates", {}, stopping.signal));
  await expect.poll(() => came).toBe(1);
  stopping.abort();
  expect((await called).message).toContain("getUpdates did not reach Telegram (AbortError)");
});
