import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { unpack } from "../../src/store/redis/entries.ts";
import type { Applied } from "./history.ts";

const STATE_KEY = /^wenkao:\{([\w-]{43})\}$/u;

/**
 * Read off the append-only file, to which Redis writes every change in the order that it made them.
 * @param folder the `dir` of a Redis that never rewrites that file
 */
export async function redisHistory(folder: string): Promise<Applied[]> {
  const files = join(folder, "appendonlydir");
  const parts = (await readdir(files)).filter((name) => name.endsWith(".incr.aof")).toSorted();
  const written = await Promise.all(parts.map((name) => readFile(join(files, name))));
  return written.flatMap((bytes) => [...commandsIn(bytes)]).flatMap(appliedBy);
}

function appliedBy([name = "", key = "", value = ""]: readonly string[]): Applied[] {
  const [, owner] = STATE_KEY.exec(key) ?? [];
  if (name.toUpperCase() !== "SET" || owner === undefined) return [];
  const { message, state } = unpack(value);
  return [{ owner, message, state }];
}

/** `*2\r\n$3\r\nGET\r\n$1\r\nk\r\n`: how many words, then each with its bytes. A command cut short is none. */
function* commandsIn(bytes: Buffer): Generator<string[]> {
  let at = 0;
  const figure = (): number => {
    const end = bytes.indexOf("\r\n", at);
    const read = Number(bytes.toString("latin1", at + 1, end));
    at = end === -1 ? Infinity : end + 2;
    return read;
  };
  while (at < bytes.length) {
    const words: string[] = [];
    const count = figure();
    while (words.length < count && at < bytes.length) {
      const length = figure();
      words.push(bytes.toString("utf8", at, at + length));
      at += length + 2;
    }
    if (at <= bytes.length) yield words;
  }
}
