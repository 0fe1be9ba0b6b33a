import { BlockList, isIP, isIPv6 } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Limit } from "../../limits/limit.ts";
import { Problem } from "./problems.ts";

/** Counts requests to the interface by the client's address, before anything else is done for them. */
export function limitAddresses(app: FastifyInstance, limit: Limit, trusts: boolean): void {
  let told = false;
  app.addHook("onRequest", async (request) => {
    // of the route, because an address can be written in many ways
    if (request.routeOptions.url?.startsWith("/api/") !== true) return;
    if (!trusts && isForwarded(request)) {
      if (!told) request.log.warn(UNKNOWN_CLIENTS);
      told = true;
      return;
    }
    const ip: string | undefined = request.ip; // none where the client has gone already
    if (ip !== undefined) await assertWithin(limit, addressOf(ip));
  });
}

const UNKNOWN_CLIENTS =
  "http: a proxy forwards requests, and their clients are not limited by address; name it in TRUST_PROXY";

/** @throws {Problem} 429, which says when it may be tried again */
export async function assertWithin(limit: Limit, who: string): Promise<void> {
  const { seconds } = await limit.spend(who);
  if (seconds === 0) return;
  const detail = `This is too much at once; nothing was applied, send it again after ${seconds} s.`;
  throw new Problem(429, detail, { "retry-after": `${seconds}` });
}

const INSIDE = new BlockList();
for (const [net, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  INSIDE.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  INSIDE.addSubnet(net, bits, "ipv6");

/** By a proxy of our own that is not named: all its clients have one address, and to limit that would shut all out. */
function isForwarded({ headers, socket }: FastifyRequest): boolean {
  const says = headers["x-forwarded-for"] ?? headers["forwarded"];
  const { remoteAddress: ip = "" } = socket;
  return says !== undefined && isIP(ip) !== 0 && INSIDE.check(ip, isIPv6(ip) ? "ipv6" : "ipv4");
}

/** Of IPv6 the first half: the other is the client's to choose. */
export function addressOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [bare = ""] = ip.split("%");
  const plain = new URL(`http://[${bare}]`).hostname.slice(1, -1); // each address in one way
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/u.exec(plain);
  if (mapped) return mapped.slice(1).flatMap(bytesOf).join(".");
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: 8 - groups.length - after.length }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
}
