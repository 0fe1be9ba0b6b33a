import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type Wenkao, listen, start } from "../../test/wenkao-process.ts";
import { KILL_IN_SAVE } from "./lmdb-witness-signal.ts";

/** The day on which every server stands still, so that a turn can be done again. */
export const TODAY = "2026-05-20";

export const SECRET = "a secret of the chaos bench and of nothing else";

/** The clients here say more in a minute than any candidate. */
const UNLIMITED = { RATE_LIMIT_CONVERSATION: "1000000", RATE_LIMIT_ADDRESS: "1000000" };

/** A `wenkao serve` that may be killed and started again, always on the same port. */
export interface Server {
  readonly origin: string;
  /** SIGKILL; what it had in hand is gone. */
  kill(): Promise<void>;
  /** To a server on the embedded store: a witness there kills it at a point of its next save. */
  killInSave(): Promise<void>;
  start(): Promise<void>;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>;
  /** Whether its log has this. */
  said(what: string): boolean;
  /** What must not be in a log, and an end that nobody asked for. */
  faults(): string[];
}

/** @param program what is started in the place of `wenkao` */
export async function startServer(
  room: string,
  settings: Readonly<Record<string, string>>,
  program?: string,
): Promise<Server> {
  let port = "0";
  let log = "";
  let child: Wenkao | undefined;
  const ends: string[] = [];
  const launch = async (): Promise<string> => {
    const all = { PORT: port, SECRET, ...UNLIMITED, ...settings };
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
    async kill() {
      child?.kill("SIGKILL");
      await gone();
    },
    async killInSave() {
      child?.kill(KILL_IN_SAVE);
      await gone();
    },
    start: async () => void (await launch()),
    async stop() {
      child?.kill("SIGTERM");
      await Promise.race([
        gone(),
        pause(10_000, undefined, { ref: false }).then(() => child?.kill("SIGKILL")),
      ]);
    },
    said: (what) => log.includes(what),
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
