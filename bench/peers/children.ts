import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once, setMaxListeners } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";

/** A process of the bench that answers HTTP. */
export interface Child {
  readonly url: string;
  /** CPU time of all its threads until now, in µs. */
  cpu(): number;
  /** Resident memory now, in MB. */
  resident(): number;
  end(): Promise<void>;
}

/** Whether contestants get a core of their own, and all else another. */
export const PINNED = availableParallelism() > 1 && spawnSync("taskset", ["-V"]).status === 0;
const [OTHERS, CONTESTANT] = ["0", "1"];

/** Puts this process, and what it starts, on the core that no contestant has. */
export function pinSelf(): void {
  if (PINNED) spawnSync("taskset", ["-pc", OTHERS, `${process.pid}`]);
}

/**
 * @param args of node
 * @param ready what its output says when it serves, with the address as the first group
 * @throws {Error} with what it said, when it ends before
 */
export async function startChild(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  { ready = /serving on (http\S+)/u, contestant = true } = {},
): Promise<Child> {
  const node = [process.execPath, ...args];
  const [program = "", ...rest] =
    contestant && PINNED ? ["taskset", "-c", CONTESTANT, ...node] : node;
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, NODE_ENV: "production", ...settings };
  const child = spawn(program, rest, { env, stdio: ["ignore", "pipe", "pipe"] });
  setMaxListeners(0, process); // one for each contestant
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  const url = await addressIn(child, ready);
  const { pid } = child;
  return {
    url,
    cpu: () => cpuOf(pid),
    resident: () =>
      Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024,
    async end() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}

function addressIn(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      if (said.length > 100_000) return;
      said += chunk.toString();
      const url = ready.exec(said) && /(http:\/\/127\.0\.0\.1:\d+)/u.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`a process of the bench ended:\n${said}`)));
  });
}

/** In nanoseconds and by thread, where /proc/<pid>/stat counts in steps of 10 ms. */
function cpuOf(pid: number | undefined): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const times = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8"));
  return times.reduce((sum, line) => sum + Number(line.split(" ", 1)[0]), 0) / 1000;
}
