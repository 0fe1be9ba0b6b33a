import { createHash, hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Deserializer, Serializer } from "node:v8";
import { readPackBytes } from "./knowledge/pack-files.ts";
import type { Pack } from "./knowledge/pack.ts";
import type { Learned } from "./understanding/learned.ts";

/** All that is worked out of a pack's files alone, whoever starts. Plain data. */
export interface PreparedPack {
  readonly pack: Pack;
  readonly learned: Learned;
}

/** There is no bundle to keep a prepared pack beside. */
export class NoBundleError extends Error {
  override readonly name = "NoBundleError";
}

export interface PreparedPacks {
  /**
   * The pack in `directory`, as it was kept; one that is not, or has changed since, is prepared now.
   * @throws {PackFaults} with every fault found
   */
  readonly open: (directory: string) => Promise<PreparedPack>;
  /** Prepares a pack for the starts to come. @throws {PackFaults | NoBundleError} */
  readonly keep: (directory: string) => Promise<void>;
}

/** Two digests of SHA-256 in hex: of what it was made of, and of all that follows. */
const HEAD_LENGTH = 128;

/**
 * Prepared packs beside the bundle, which holds the only code that reads them again. Each begins with a digest of the pack's files,
 * of what the bundle was made of and of the version of the format, and with one of itself: where one of them is another, it is not read.
 * @param beside a module of the bundle; elsewhere nothing is kept, since nothing tells whether the sources have changed
 */
export function createPreparedPacks(beside: string): PreparedPacks {
  const mark = new URL("server.sources", beside);
  const sources = existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
  const fileOf = (directory: string): URL =>
    new URL(`packs/${encodeURIComponent(basename(resolve(directory)))}.pack`, beside);
  return {
    async open(directory) {
      if (sources === undefined) return prepare(directory);
      const bytes = bytesOf(fileOf(directory));
      const kept = bytes.subarray(HEAD_LENGTH);
      const head = digestOf(sources, directory) + sha256(kept);
      if (bytes.toString("latin1", 0, HEAD_LENGTH) !== head) return prepare(directory);
      return readPrepared(kept);
    },
    async keep(directory) {
      if (sources === undefined)
        throw new NoBundleError(
          "prepare: there is no bundle of these sources to keep the pack beside; run npm run build",
        );
      const digest = digestOf(sources, directory); // before the files are read: one that changes meanwhile is not missed
      const kept = writePrepared(await prepare(directory));
      const bytes = Buffer.concat([Buffer.from(digest + sha256(kept)), kept]);
      const file = fileOf(directory);
      mkdirSync(new URL(".", file), { recursive: true });
      const partial = new URL(`${file.href}.${process.pid}`);
      writeFileSync(partial, bytes);
      renameSync(partial, file);
    },
  };
}

/** What a start needs only for this, a parser and a dictionary, is loaded only for this. */
async function prepare(directory: string): Promise<PreparedPack> {
  const { loadPack } = await import("./knowledge/load.ts");
  const { learn } = await import("./understanding/learned.ts");
  const pack = loadPack(directory);
  return { pack, learned: learn(pack) };
}

/** @returns none of a file that is not there */
function bytesOf(file: URL): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0); // it is made anew, whatever is wrong with it
  }
}

function sha256(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}

function digestOf(sources: string, directory: string): string {
  const digest = createHash("sha256").update(`${sources} ${process.versions.v8}\n`);
  for (const { name, bytes } of readPackBytes(directory))
    digest.update(`${name} ${bytes.length}\n`).update(bytes);
  return digest.digest("hex");
}

/** V8's own format; unlike by `v8.serialize`, its arrays are read as copies, so that the bytes that they were read from can be freed. */
export function writePrepared(prepared: PreparedPack): Buffer {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(prepared);
  return serializer.releaseBuffer();
}

export function readPrepared(bytes: Uint8Array): PreparedPack {
  const deserializer = new Deserializer(bytes);
  deserializer.readHeader();
  return deserializer.readValue() as PreparedPack;
}
