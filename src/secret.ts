import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, type Config } from "./config.ts";

const LEAST_CHARACTERS = 32;

/**
 * The secret that signs tokens and receipts: SECRET, or else what stands in DATA_DIR/secret, made there once.
 * @throws {ConfigError} when that file cannot be read or made, or is too short
 */
export function loadSecret({ SECRET, DATA_DIR }: Pick<Config, "SECRET" | "DATA_DIR">): string {
  if (SECRET !== undefined) return SECRET;
  const file = join(DATA_DIR, "secret");
  const secret = readOrMake(file);
  if (secret.length >= LEAST_CHARACTERS) return secret;
  throw new ConfigError([
    `${file} is shorter than ${LEAST_CHARACTERS} characters; delete it to have it made anew, or set SECRET`,
  ]);
}

function readOrMake(file: string): string {
  try {
    return read(file) ?? make(file);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : String(cause);
    const remedy = "give this user permission to read and write it, or set SECRET";
    throw new ConfigError([`${file} cannot be read or made: ${fault}; ${remedy}`], { cause });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function make(file: string): string {
  mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    // a link, because it appears whole and never replaces what another process has just made
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
