import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A real redis-server of our own, on loopback, with its data in a temporary folder. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Starts it again on the same port, with what its settings made it keep on disk. */
  start(): Promise<void>;
  /** Ends it, SIGTERM unless told; it may also be SIGSTOP, after which SIGCONT goes on. */
  signal(signal: "SIGTERM" | "SIGKILL" | "SIGSTOP" | "SIGCONT"): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/**
 * @param settings as on the command line of redis-server, such as `{ maxmemory: "2mb" }`
 * @throws {Error} with what it said, when it does not start
 */
export async function startRedis(
  settings: Readonly<Record<string, string>> = {},
): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-redis-"));
  const port = await freePort();
  const all = { ...FORGETFUL, port: `${port}`, dir: folder, ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  let running = await launch(args);

  const signal: RedisServer["signal"] = async (name) => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill(name);
    if (name === "SIGTERM" || name === "SIGKILL") await ended;
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    signal,
    async start() {
      running = await launch(args);
    },
    async remove() {
      await signal("SIGKILL");
      await rm(folder, { recursive: true });
    },
  };
}

const FORGETFUL = { bind: "127.0.0.1", appendonly: "no", save: "" };
/** What is acknowledged is on the disk, and there after a kill and a start. */
export const DURABLE = { appendonly: "yes", appendfsync: "always" } as const;

async function launch(args: readonly string[]): Promise<ChildProcess> {
  const redis = spawn("redis-server", args, { stdio: ["ignore", "pipe", "ignore"] });
  const end = () => redis.kill("SIGKILL");
  process.once("exit", end);
  redis.once("exit", () => process.off("exit", end));
  const told: string[] = [];
  for await (const line of createInterface(redis.stdout)) {
    told.push(line);
    if (line.includes("Ready to accept connections")) {
      redis.stdout.resume(); // else it stops when the pipe is full
      return redis;
    }
  }
  throw new Error(`redis-server did not start:\n${told.join("\n")}`);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
