import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "vitest";
import { loadPack } from "../../src/knowledge/load.ts";
import { PackFaults, describe as line } from "../../src/knowledge/pack-faults.ts";
import { type YamlFile, readYaml } from "../../src/knowledge/yaml-file.ts";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";

/** One thing changed in one file of the real pack: `from`, which stands there once, becomes `to`. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Told {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
  /** As `check` prints it. */
  readonly printed: string;
}

/** Copies the real pack to a temporary folder, lets `change` break it, loads it and removes it. */
export function faultsAfter(change: (directory: string) => void): Told[] {
  const directory = mkdtempSync(join(tmpdir(), "wenkao-pack-"));
  try {
    cpSync(PACK_DIRECTORY, directory, { recursive: true });
    change(directory);
    return faultsIn(directory, readYaml);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function faultsIn(directory: string, read: typeof readYaml): Told[] {
  try {
    loadPack(directory, read);
    return [];
  } catch (error) {
    if (!(error instanceof PackFaults)) throw error;
    return error.faults.map((fault) => {
      const told = { ...fault, file: relative(directory, fault.file) };
      return { ...told, printed: line(told) };
    });
  }
}

/** The sound files are read once; those that `changes` break stand in a folder of their own. */
export function faultsOf(...changes: readonly Change[]): Told[] {
  const directory = mkdtempSync(join(tmpdir(), "wenkao-files-"));
  const broken = new Map<string, string>();
  for (const change of changes)
    broken.set(change.file, changed(broken.get(change.file) ?? real(change.file), change));
  try {
    return faultsIn(PACK_DIRECTORY, (path, file, schema) => {
      const text = broken.get(relative(PACK_DIRECTORY, path));
      if (text === undefined) return readOnce(path, file, schema);
      writeFileSync(join(directory, "broken.yaml"), text);
      return readYaml(join(directory, "broken.yaml"), file, schema);
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const sound = new Map<string, YamlFile<never>>();
const readOnce = ((path, file, schema) => {
  const known = sound.get(path) ?? readYaml(path, file, schema);
  sound.set(path, known as YamlFile<never>);
  return known;
}) as typeof readYaml;

function real(file: string): string {
  return readFileSync(join(PACK_DIRECTORY, file), "utf8");
}

function changed(text: string, { file, from, to }: Change): string {
  expect(`${file} has ${text.split(from).length - 1} × ${from}`).toBe(`${file} has 1 × ${from}`);
  return text.replace(from, () => to);
}

/** A change, the text on the line where the fault is, and what must be named. */
export interface Breakage extends Change {
  /** Stands on one line only of the changed file, or of the file `in`. */
  readonly at: string;
  readonly in?: string;
  readonly names: string;
  /** Set where one slip leads to several faults; the one at `at` must be among them. */
  readonly andMore?: true;
}

/** The fault is told at its file and line, with what is wrong and what to do, and as the only one. */
export function expectFault({ at, names, andMore, in: other, ...change }: Breakage): void {
  const text = changed(real(change.file), change);
  const lines = (other === undefined ? text : real(other)).split("\n");
  const where = lines.flatMap((one, index) => (one.includes(at) ? [index + 1] : []));
  expect(where).toHaveLength(1);
  const faults = faultsOf(change);
  const printed = faults.map((fault) => fault.printed);
  const found = faults.find(({ message }) => message.includes(names));
  expect({ at: `${found?.file}:${found?.line}`, printed }).toEqual({
    at: `${other ?? change.file}:${where[0]}`,
    printed,
  });
  for (const { file, line: number, column, remedy, printed: told } of faults) {
    expect(column).toBeGreaterThan(0);
    expect(remedy.length).toBeGreaterThan(5);
    expect(told.startsWith(`${file}:${number}:${column} `)).toBe(true);
    expect(told.endsWith(`(${remedy})`)).toBe(true);
  }
  expect(printed.length).toBeLessThanOrEqual(andMore ? Infinity : 1);
}
