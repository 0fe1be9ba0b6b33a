import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach, expect } from "vitest";
import { z } from "zod";
import { createHttpServer, type HttpParts } from "../../../src/channels/http/server.ts";
import { openLmdbStore, type LmdbStore } from "../../../src/store/lmdb.ts";
import { assistant } from "../../quanmeiti-assistant.ts";
import { NOON, assessEcho, describeEcho, echoTurn } from "./echo.ts";

export const SECRET = "0123456789abcdef0123456789abcdef";

type Headers = Record<string, string>;

/** Gives each test an echo dialog over a fresh lmdb store, served on a real socket. */
export function useServer() {
  let path = "";
  let store: LmdbStore;
  let origin = "";
  const servers: FastifyInstance[] = [];

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

  /** @returns the origin of a further server, with some of its parts replaced */
  async function serve(parts: Partial<HttpParts> = {}): Promise<string> {
    const server = await createHttpServer({
      ...assistant,
      turn: echoTurn(store),
      describe: describeEcho,
      assess: assessEcho,
      store,
      config: { PUBLIC_URL: undefined, EMBED_ORIGINS: [] },
      secret: SECRET,
      now: () => NOON,
      logger: pino({ level: "silent" }),
      ...parts,
    });
    servers.push(server);
    return server.listen({ host: "127.0.0.1", port: 0 });
  }

  const send = (method: string, route: string, headers: Headers, at = origin) =>
    fetch(`${at}${route}`, { method, headers });
  const post = (route: string, body: string, headers: Headers = {}, at = origin) => {
    const type = { "content-type": "application/json" };
    return fetch(`${at}${route}`, { method: "POST", headers: { ...type, ...headers }, body });
  };
  const get = (route: string, headers: Headers = {}, at = origin) =>
    send("GET", route, headers, at);

  return {
    serve,
    post,
    get,
    send,
    servers,
    origin: () => origin,
    store: () => store,
    erase: (headers: Headers = {}) => send("DELETE", "/api/conversation", headers),
    say: (body: unknown, headers: Headers = {}, at = origin) =>
      post("/api/turns", JSON.stringify(body), headers, at),
    stateOf: async (headers: Headers) =>
      (await jsonOf(await get("/api/conversation", headers)))["state"],
    issueToken: async (at = origin): Promise<string> => {
      const issued = await send("POST", "/api/conversations", {}, at);
      expect(issued.status).toBe(201);
      return z.object({ token: z.string() }).parse(await issued.json()).token;
    },
  };
}

export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(await response.json());
}

/** As a browser would send it back. */
export function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** @returns its detail */
export async function expectProblem(
  response: Response,
  status: number,
  detail = /./,
): Promise<string> {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const problem = await jsonOf(response);
  const title = response.statusText;
  expect(problem).toEqual({
    type: "about:blank",
    title,
    status,
    detail: expect.stringMatching(detail),
  });
  return String(problem["detail"]);
}
