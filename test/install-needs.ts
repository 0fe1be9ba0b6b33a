import { execFileSync, spawnSync } from "node:child_process";

interface Need {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly apt: string;
  /** Absent for what is never missing where brew is. */
  readonly brew?: string;
}

/** Any of these browsers will do, the first found is taken. */
export const BROWSERS = ["chromium", "chromium-browser", "google-chrome"] as const;

/** What the tests need beyond npm. */
const NEEDS: readonly Need[] = [
  {
    name: "redis-server",
    isThere: () => isThere("redis-server"),
    apt: "redis-server",
    brew: "redis",
  },
  { name: "chromium", isThere: () => BROWSERS.some(isThere), apt: "chromium", brew: "chromium" },
  { name: "a Chinese font", isThere: hasChineseFont, apt: "fonts-wqy-microhei" },
];

/**
 * Runs once before all tests (vitest's `globalSetup`): installs what they need and this machine
 * lacks, after printing the command.
 * @throws {Error} whose message is that command, when it cannot be run from here or fails
 */
export default function installNeeds(): void {
  const needs = NEEDS.filter((need) => !need.isThere());
  if (needs.length === 0) return;
  const { shown, run } = installation(needs);
  if (run === undefined) throw missing(needs, shown);
  process.stderr.write(`The tests need ${named(needs)}. Installing:\n  ${shown}\n`);
  const [file, ...args] = run;
  const { status, error } = spawnSync(file, args, { stdio: ["ignore", 2, 2], env: QUIET });
  if (status !== 0 || !needs.every((need) => need.isThere())) throw missing(needs, shown, error);
}

const QUIET = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

interface Installation {
  /** For people. */
  readonly shown: string;
  /** Absent when this user may not, or there is no package manager that we know. */
  readonly run?: readonly [file: string, ...args: string[]];
}

function installation(needs: readonly Need[]): Installation {
  const packages = needs.map(({ apt }) => apt).join(" ");
  const apt = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  const brew = `brew install ${needs.flatMap((need) => need.brew ?? []).join(" ")}`;
  if (isThere("apt-get")) {
    const run = withoutService(apt);
    if (process.getuid?.() === 0) return { shown: apt, run: ["sh", "-c", run] };
    const shown = `sudo sh -c '${apt}'`;
    return maySudo() ? { shown, run: ["sudo", "-n", "sh", "-c", run] } : { shown };
  }
  return isThere("brew") ? { shown: brew, run: ["sh", "-c", brew] } : { shown: apt };
}

/**
 * Debian starts the services that it installs, and nobody asked for one on port 6379:
 * policy-rc.d forbids the start, and the unit is disabled for the next boot.
 */
const withoutService = (apt: string): string => `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f $policy' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' > $policy && chmod 755 $policy || exit 1
fi
{ ${apt}; } || exit 1
if command -v systemctl > /dev/null; then systemctl disable --now redis-server || true; fi
`;

function missing(needs: readonly Need[], command: string, cause?: unknown): Error {
  return new Error(`The tests need ${named(needs)}. Install with:\n  ${command}`, { cause });
}

function named(needs: readonly Need[]): string {
  return needs.map(({ name }) => name).join(" and ");
}

/** Without one, browsers draw boxes. macOS, where brew is at home, has one. */
function hasChineseFont(): boolean {
  if (isThere("brew")) return true;
  return Boolean(spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout);
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
