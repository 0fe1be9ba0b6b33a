import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { addressOf } from "../../../src/channels/http/limiting.ts";
import { readConfig } from "../../../src/config.ts";
import { openLimits } from "../../../src/limits/open.ts";
import { cookieOf, expectProblem, useServer } from "./served.ts";

const { serve, get, post, say, send, servers } = useServer();

const nobody = { warn: () => {} };
async function limitsOf(conversation: number, address: number) {
  const env = {
    RATE_LIMIT_CONVERSATION: `${conversation}`,
    RATE_LIMIT_ADDRESS: `${address}`,
  };
  return { limits: await openLimits(readConfig(env), nobody) };
}
const at = (TRUST_PROXY: readonly string[]) => {
  return { config: { PUBLIC_URL: undefined, EMBED_ORIGINS: [], TRUST_PROXY } };
};

describe("one conversation", () => {
  test("gets 429 with Retry-After for one too many, which is not applied; others go on", async () => {
    const there = await serve(await limitsOf(2, 0));
    const cookie = cookieOf(await say({ text: "a" }, {}, there));
    await say({ text: "b" }, { cookie }, there);
    const refused = await say({ text: "c" }, { cookie }, there);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    await expectProblem(refused, 429, /again after \d+ s/);
    expect(await (await get("/api/conversation", { cookie }, there)).json()).toMatchObject({
      state: "echo.2",
    });
    expect((await say({ text: "d" }, {}, there)).status).toBe(200);
  });
});

describe("one address", () => {
  test("is limited over all of the interface, however its paths are written; probes are not", async () => {
    const there = await serve(await limitsOf(0, 3));
    await get("/api/conversation", {}, there);
    await post("/api/assess", "{}", {}, there);
    await get("/api/clauses", {}, there);
    await expectProblem(await say({ text: "a" }, {}, there), 429);
    await expectProblem(await get("/%61pi/conversation", {}, there), 429);
    await expectProblem(await send("DELETE", "/api/conversation", {}, there), 429);
    for (const route of ["/healthz", "/readyz", "/metrics", "/", "/openapi.json"])
      expect((await get(route, {}, there)).status).toBe(200);
  });

  test("is the one that a trusted proxy adds, and nothing that the client makes up before it", async () => {
    const there = await serve({ ...(await limitsOf(0, 2)), ...at(["loopback"]) });
    const from = (chain: string) => get("/api/conversation", { "x-forwarded-for": chain }, there);
    await from("203.0.113.1");
    await from("198.51.100.1, 203.0.113.1");
    expect((await from("198.51.100.2, 203.0.113.1")).status).toBe(429);
    expect((await from("203.0.113.2")).status).toBe(200);
  });

  test("is not believed of a client that is no trusted proxy", async () => {
    const there = await serve({ ...(await limitsOf(0, 2)), ...at(["203.0.113.99"]) });
    const from = (chain: string) => get("/api/conversation", { "x-forwarded-for": chain }, there);
    await from("198.51.100.1");
    await from("198.51.100.2");
    expect((await from("198.51.100.3")).status).toBe(429);
  });

  test("is unknown behind a proxy that is not named: nobody is shut out, and the log says it once", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line) => void lines.push(line) });
    const there = await serve({ ...(await limitsOf(0, 1)), logger });
    for (let time = 0; time < 4; time++)
      expect((await get("/api/clauses", { "x-forwarded-for": "203.0.113.1" }, there)).status).toBe(
        200,
      );
    expect(lines.filter((line) => line.includes("TRUST_PROXY"))).toHaveLength(1);
    expect(lines.join()).not.toContain("203.0.113.1");
    const [server] = servers.slice(-1);
    const outside = () =>
      server?.inject({
        url: "/api/clauses",
        remoteAddress: "198.51.100.9",
        headers: { "x-forwarded-for": "203.0.113.1" },
      });
    expect((await outside())?.statusCode).toBe(200);
    expect((await outside())?.statusCode).toBe(429);
  });

  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:1:2::6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["made up", "made up"],
  ])("%s counts as %s", (ip, counted) => expect(addressOf(ip)).toBe(counted));
});

test("what may be personal is kept by no cache, however its path is written", async () => {
  for (const route of ["/api/conversation", "/%61pi/conversation"])
    expect((await get(route)).headers.get("cache-control")).toBe("no-store");
});
