import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeRoom } from "./wenkao-process.ts";

/** What a registry answers to an audit; of packages it knows nothing else. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

let registry: Server;
let room: Awaited<ReturnType<typeof makeRoom>>;
let asked: unknown;
beforeEach(async () => void (room = await makeRoom()));
afterEach(async () => {
  registry.close();
  await room.remove();
});

async function audit({ status, body }: Answer): Promise<{ code: number; told: string }> {
  registry = createServer((request, response) => {
    const isAudit = request.url?.endsWith("/advisories/bulk") === true;
    const answer = async (): Promise<void> => {
      const sent = await buffer(request);
      if (isAudit) asked = JSON.parse(gunzipSync(sent).toString());
      response.writeHead(isAudit ? status : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(isAudit ? body : {}));
    };
    answer().catch((error: unknown) => response.destroy(error as Error));
  }).listen(0, "127.0.0.1");
  await once(registry, "listening");
  const { port } = registry.address() as AddressInfo;
  return auditAt(`http://127.0.0.1:${port}/`);
}

async function auditAt(url: string): Promise<{ code: number; told: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/print-audit.ts"], {
    // npm remembers faults that it was told of
    env: { ...process.env, npm_config_registry: url, npm_config_cache: room.path },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [told, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return { code: Number(code), told };
}

function faultOf(severity: string): Answer {
  const fault = { id: 1, url: "https://registry.example/1", title: "a fault", severity };
  return { status: 200, body: { fastify: [{ ...fault, vulnerable_versions: "<1000" }] } };
}

test.each([
  ["critical", 1],
  ["high", 1],
  ["moderate", 0],
])("a %s fault of a package in use ends the audit with %i", async (severity, expected) => {
  const { code, told } = await audit(faultOf(severity));
  expect(told).toContain(`${severity.padEnd(10)}fastify: a fault https://registry.example/1`);
  expect(code).toBe(expected);
  expect(asked).toHaveProperty("fastify");
  expect(asked).not.toHaveProperty("vitest");
});

test("no fault, and a registry that gives no audit or is away, end it with 0", async () => {
  expect(await audit({ status: 200, body: {} })).toMatchObject({ code: 0 });
  registry.close();
  const refused = await audit({ status: 405, body: {} });
  expect(refused.code).toBe(0);
  expect(refused.told).toMatch(/gives none.*405/su);
  const away = await auditAt("http://127.0.0.1:1/");
  expect(away.code).toBe(0);
  expect(away.told).toMatch(/gives none.*ECONNREFUSED/su);
});
