import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { keptSchema, type Archive } from "../store/archive.ts";
import { write } from "./lines.ts";

/** A backup is damaged; the conversations before the line that it names are restored. */
export class BackupFault extends Error {
  override readonly name = "BackupFault";
}

/** The last line: a backup without it is not whole. */
const endSchema = z.strictObject({ conversations: z.int() });

/** The `backup` command: every conversation on standard output, a line of JSON each. */
export async function backup(archive: Archive, output: Writable): Promise<number> {
  try {
    let conversations = 0;
    for await (const kept of archive.all()) {
      await write(output, `${JSON.stringify(kept)}\n`);
      conversations += 1;
    }
    await write(output, `${JSON.stringify({ conversations })}\n`);
    return 0;
  } finally {
    await archive.close();
  }
}

/**
 * The `restore` command: puts back what `backup` wrote, from whichever store. Conversations that are
 * not in the backup stay as they are.
 * @throws {BackupFault} at the first line that cannot be read, or when the end is missing
 */
export async function restore(archive: Archive, input: Readable): Promise<number> {
  try {
    let restored = 0;
    let announced: number | undefined;
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const read = readLine(line, restored + 1);
      if ("conversations" in read) announced = read.conversations;
      else {
        await archive.put(read);
        restored += 1;
      }
    }
    if (announced !== restored) throw damaged(restored + 1, "its end is missing");
    process.stderr.write(`${restored} conversations restored\n`);
    return 0;
  } finally {
    await archive.close();
  }
}

function readLine(text: string, line: number) {
  try {
    return keptSchema.or(endSchema).parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(line, "it is no conversation", cause);
  }
}

function damaged(line: number, fault: string, cause?: unknown): BackupFault {
  const remedy = "To do: restore another backup, this one is damaged";
  return new BackupFault(`backup, line ${line}: ${fault}. ${remedy}`, { cause });
}
