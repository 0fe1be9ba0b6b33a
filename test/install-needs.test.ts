import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** Where the only commands are those that a test puts there. */
let bin = "";
beforeEach(async () => {
  bin = await mkdtemp(join(tmpdir(), "wenkao-needs-"));
  await chmod(bin, 0o777); // one test is nobody
  for (const tool of ["sh", "touch", "chmod", "rm"]) await symlink(`/bin/${tool}`, join(bin, tool));
});
afterEach(() => rm(bin, { recursive: true }));

const isRoot = process.getuid?.() === 0;
const APT =
  "apt-get update && apt-get install -y --no-install-recommends redis-server chromium fonts-wqy-microhei";

test("what is there is not installed", async () => {
  await put("redis-server");
  await put("google-chrome"); // any browser of that kind
  await put("fc-list", "echo font");
  await put("apt-get");
  expect(await install()).toEqual({ code: 0, said: "" });
  expect(await calls()).not.toContain("apt-get");
});

test("root, or sudo without a password, installs them by apt-get, after saying so", async () => {
  await put("apt-get", isRoot ? BRINGS_ALL : "");
  await put("sudo", isRoot ? "exit 1" : `[ "$2" = true ] || { ${BRINGS_ALL}; }`);
  const { code, said } = await install();
  expect(said).toContain(APT);
  expect(code).toBe(0);
  expect(await calls()).toMatch(isRoot ? /apt-get update\napt-get install/ : /sudo -n sh -c/);
});

test("a Chinese font is installed where fc-list tells of none", async () => {
  await put("redis-server");
  await put("chromium");
  await put("fc-list");
  await put("apt-get", BRINGS_ALL);
  const { said } = await install();
  expect(said).toContain("a Chinese font");
  expect(said).toContain("apt-get install -y --no-install-recommends fonts-wqy-microhei");
});

test("what alone is missing is installed alone", async () => {
  await put("redis-server");
  await put("brew", BRINGS_ALL);
  const { code, said } = await install();
  expect(said).toContain("The tests need chromium. Installing:\n  brew install chromium\n");
  expect(code).toBe(0);
});

test("brew installs them where there is no apt-get", async () => {
  await put("brew", BRINGS_ALL);
  const { code, said } = await install();
  expect(said).toContain("brew install redis chromium");
  expect(code).toBe(0);
});

test("without a package manager it fails, and the command is the message", async () => {
  const { code, said } = await install();
  expect(code).not.toBe(0);
  expect(said).toContain(
    `The tests need redis-server and chromium and a Chinese font. Install with:\n  ${APT}`,
  );
});

test("where sudo wants a password it fails, and the command is the message", async () => {
  await put("apt-get");
  await put("sudo", "exit 1");
  const { code, said } = await install({ asNobody: true });
  expect(code).not.toBe(0);
  expect(said).toContain(`Install with:\n  sudo sh -c '${APT}'`);
  expect(await calls()).not.toContain("install");
});

test("when installing fails it fails, and the command is the message", async () => {
  await put("brew", "exit 1");
  const { code, said } = await install();
  expect(code).not.toBe(0);
  expect(said).toContain("Install with:\n  brew install redis chromium");
});

/** Run by a stand-in for a package manager when it is asked for more than its version. */
const BRINGS_ALL = `[ "$1" = --version ] || for it in redis-server chromium fc-list; do echo 'echo font' > "$BIN/$it"; chmod 755 "$BIN/$it"; done`;

async function put(command: string, script = ""): Promise<void> {
  const file = join(bin, command);
  await writeFile(file, `#!/bin/sh\necho "${command} $*" >> "$BIN/calls"\n${script}\n`);
  await chmod(file, 0o755);
}

function calls(): Promise<string> {
  return readFile(join(bin, "calls"), "utf8").catch(() => "");
}

/** @returns the exit code and what was said */
function install({ asNobody = false } = {}): Promise<{ code: number; said: string }> {
  const begin = asNobody && isRoot ? "process.setuid(65534);" : "";
  const load = `import("./test/install-needs.ts").then((needs) => { ${begin} needs.default(); })`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", load];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { PATH: bin, BIN: bin } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}
