import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { BusyError } from "../../../src/refusals.ts";
import { StoreError } from "../../../src/store/store.ts";
import { expectProblem, useServer } from "./served.ts";

const { serve, get, send, say, origin } = useServer();

describe("faults", () => {
  test.each([
    ["a store that cannot serve", new StoreError("embedded store at /secret/path: full"), "5"],
    ["a busy conversation", new BusyError("conflict"), "1"],
  ])("%s is 503 with Retry-After", async (_, error, seconds) => {
    const there = await serve({ turn: () => Promise.reject(error) });
    const refused = await say({ text: "a" }, {}, there);
    expect(refused.headers.get("retry-after")).toBe(seconds);
    const detail = await expectProblem(refused, 503, /again/);
    expect(detail).not.toContain("/secret/path");
  });

  test("of our own are 500 and tell nothing", async () => {
    const there = await serve({
      turn: () => Promise.reject(new TypeError("state.secret is undefined")),
    });
    const detail = await expectProblem(await say({ text: "a" }, {}, there), 500);
    expect(detail).not.toContain("secret");
    const broken = await serve({
      // @ts-expect-error a state that is no string, as a faulty core might give
      turn: async () => ({ event: "E", state: 1, replies: [] }),
    });
    await expectProblem(await say({ text: "a" }, {}, broken), 500);
  });

  test("an unknown address, a wrong method and a bad address are problems", async () => {
    await expectProblem(await get("/api/nothing"), 404);
    const wrong = await get("/api/turns?x=1");
    await expectProblem(wrong, 405, /GET/);
    expect(wrong.headers.get("allow")).toBe("POST");
    const neither = await send("PUT", "/api/conversation", {});
    expect(neither.headers.get("allow")).toBe("GET, DELETE");
    await expectProblem(await get("/%"), 400);
    for (const pattern of ["/*/", "/a*b", "/:a(", "/calendar/:file/x"])
      await expectProblem(await get(pattern), 404);
  });

  test("what is not HTTP is a problem too", async () => {
    expect(await raw("nonsense\r\n\r\n")).toMatch(
      /^HTTP\/1.1 400 Bad Request\r\n.*problem\+json.*"status":400/s,
    );
    const long = await raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(long).toMatch(/^HTTP\/1.1 431 .*"status":431/s);
  });

  test("nor does what never comes to its end keep a connection", async () => {
    const begun = await Promise.all([raw("GET / HTTP/1.1\r\nHost: a\r\nX: "), raw("")]);
    expect(begun[0]).toMatch(/^HTTP\/1.1 408 .*"status":408/s);
    expect(begun[1]).toMatch(/^HTTP\/1.1 408 |^$/);
  });
});

/** Sends bytes that fetch would not. @returns the whole answer */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin()).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(bytes);
  return text(socket);
}
