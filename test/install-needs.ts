import { execFileSync, spawnSync } from "node:child_process";

/** What the tests need beyond npm, and the package that brings it. */
const NEED = { command: "redis-server", apt: "redis-server", brew: "redis" } as const;

const APT = `apt-get update && apt-get install -y --no-install-recommends ${NEED.apt}`;
const BREW = `brew install ${NEED.brew}`;

/**
 * Runs once before all tests (vitest's `globalSetup`): installs what they need and this machine
 * lacks, after printing the command.
 * @throws {Error} whose message is that command, when it cannot be run from here or fails
 */
export default function installNeeds(): void {
  if (isThere(NEED.command)) return;
  const { shown, run } = installation();
  if (run === undefined) throw missing(shown);
  process.stderr.write(`The tests need ${NEED.command}. Installing it:\n  ${shown}\n`);
  const [file, ...args] = run;
  const { status, error } = spawnSync(file, args, { stdio: ["ignore", 2, 2], env: QUIET });
  if (status !== 0 || !isThere(NEED.command)) throw missing(shown, error);
}

const QUIET = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

interface Installation {
  /** For people. */
  readonly shown: string;
  /** Absent when this user may not, or there is no package manager that we know. */
  readonly run?: readonly [file: string, ...args: string[]];
}

function installation(): Installation {
  if (isThere("apt-get")) {
    if (process.getuid?.() === 0) return { shown: APT, run: ["sh", "-c", WITHOUT_SERVICE] };
    const shown = `sudo sh -c '${APT}'`;
    return maySudo() ? { shown, run: ["sudo", "-n", "sh", "-c", WITHOUT_SERVICE] } : { shown };
  }
  return isThere("brew") ? { shown: BREW, run: ["sh", "-c", BREW] } : { shown: APT };
}

/**
 * Debian starts the services that it installs, and nobody asked for one on port 6379:
 * policy-rc.d forbids the start, and the unit is disabled for the next boot.
 */
const WITHOUT_SERVICE = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f $policy' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' > $policy && chmod 755 $policy || exit 1
fi
{ ${APT}; } || exit 1
if command -v systemctl > /dev/null; then systemctl disable --now ${NEED.apt} || true; fi
`;

function missing(command: string, cause?: unknown): Error {
  return new Error(`The tests need ${NEED.command}. Install it with:\n  ${command}`, { cause });
}

function isThere(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;
}

function maySudo(): boolean {
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
