import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../src/wenkao.mjs", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `wenkao` as a process that can be talked to. End it by its id, or close its input and wait. */
export type Wenkao = ChildProcessByStdio<Writable, Readable, Readable>;

/** An empty folder to run in, which is also where temporary folders are made. */
export async function makeRoom(): Promise<{
  readonly path: string;
  /** What wenkao left there; the loader's own cache does not count. */
  left(): Promise<string[]>;
  remove(): Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), "wenkao-room-"));
  return {
    path,
    left: async () => (await readdir(path)).filter((name) => !name.startsWith("tsx-")),
    remove: () => rm(path, { recursive: true }),
  };
}

/** Starts `wenkao` with no settings but those given. */
export function start(
  args: readonly string[],
  room: string,
  settings: Readonly<Record<string, string>> = {},
): Wenkao {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd: room,
    env: { PATH, HOME, TMPDIR: room, ...settings },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Waits for its end, and gathers what it said. */
export async function ended(child: Wenkao): Promise<Ended> {
  const exit = once(child, "exit");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exit) as [number | null];
  return { code, stdout, stderr };
}

/** @returns what waits for a line of its log; of what matched, the first group */
export function listen(child: Wenkao): (what: RegExp) => Promise<string> {
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => void (log += chunk.toString()));
  return async (what) => {
    for (;;) {
      const found = what.exec(log);
      if (found) return found[1] ?? found[0];
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`serve ended:\n${log}`);
      await pause(20);
    }
  };
}

/** Runs `wenkao` to its end with this input. */
export async function run(
  args: readonly string[],
  room: string,
  input = "",
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = start(args, room, settings);
  child.stdin.on("error", () => {}); // it may end before it has read everything
  child.stdin.end(input);
  return ended(child);
}

export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
