import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";

export type Settings = Readonly<Record<string, string>>;

const execute = promisify(execFile);

/** Runs a script of docs/deploy. @returns what it said, without the end of the line */
export async function script(name: string, settings: Settings, ...args: string[]): Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  const file = join(import.meta.dirname, "../../docs/deploy", name);
  const { stdout } = await execute("sh", [file, ...args], { env: { PATH, HOME, ...settings } });
  return stdout.trim();
}

/**
 * A backup as the script would have made it.
 * @param lines JSON, or what stands in the place of it
 */
export async function backupOf(root: string, lines: readonly unknown[]): Promise<string> {
  const folder = await mkdtemp(join(root, "made-"));
  const text = lines
    .map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`)
    .join("");
  await writeFile(join(folder, "conversations.jsonl.gz"), gzipSync(text));
  return folder;
}

export async function linesOf(backup: string): Promise<{ state: string; expires: number }[]> {
  const text = gunzipSync(await readFile(join(backup, "conversations.jsonl.gz"))).toString();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { state: string; expires: number });
}
