import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type Wenkao, listen, start } from "../../test/wenkao-process.ts";
import type { Stored } from "./stores.ts";

/** The day on which every server stands still, so that a turn can be done again. */
export const TODAY = "2026-05-20";

export const SECRET = "a secret of the chaos bench and of nothing else";

/** A `wenkao serve` that may be killed and started again, always on the same port. */
export interface Server {
  readonly origin: string;
  /** SIGKILL; what it had in hand is gone. */
  kill(): Promise<void>;
  /** Waits until something else kills it. */
  killed(): Promise<void>;
  /** @param more settings for this run alone */
  start(more?: Readonly<Record<string, string>>): Promise<void>;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>;
  /** What must not be in a log, and an end that nobody asked for. */
  faults(): string[];
}

export async function startServer(
  room: string,
  { settings, program }: Pick<Stored, "settings" | "program">,
): Promise<Server> {
  let port = "0";
  let log = "";
  let child: Wenkao | undefined;
  const ends: string[] = [];
  const launch = async (more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const all = { PORT: port, SECRET, ...settings, ...more };
    const begun = start(["serve", "--today", TODAY], room, all, program);
    child = begun;
    const end = () => void begun.kill("SIGKILL");
    process.once("exit", end);
    begun.once("exit", (code) => {
      process.off("exit", end);
      if (code !== null && code !== 0) ends.push(`a server ended by itself with code ${code}`);
    });
    begun.stdout.resume();
    begun.stderr.on("data", (chunk: Buffer) => void (log += chunk.toString()));
    return listen(begun)(/"serving [^"]* on (http:\/\/127\.0\.0\.1:\d+)"/u);
  };
  const gone = async (): Promise<void> => {
    if (child?.exitCode === null && child.signalCode === null) await once(child, "exit");
  };
  const origin = await launch();
  ({ port } = new URL(origin));
  return {
    origin,
    killed: gone,
    async kill() {
      child?.kill("SIGKILL");
      await gone();
    },
    start: async (more) => void (await launch(more)),
    async stop() {
      child?.kill("SIGTERM");
      await Promise.race([gone(), pause(10_000).then(() => child?.kill("SIGKILL"))]);
    },
    faults: () => [...ends, ...faultsIn(log)],
  };
}

const ERROR = 50;

/** Only lines of the log below an error belong there; the last may be cut by a kill, and so may be others. */
function faultsIn(log: string): string[] {
  return log
    .split("\n")
    .filter((line) => /unhandled|uncaught|^\s+at /iu.test(line) || levelOf(line) >= ERROR)
    .map((line) => `in the log: ${line.slice(0, 200)}`);
}

function levelOf(line: string): number {
  return Number(/^\{"level":(\d+)/u.exec(line)?.[1] ?? 0);
}
