import { readFileSync } from "node:fs";
import {
  type Document,
  LineCounter,
  type Node,
  type YAMLParseError,
  isMap,
  isNode,
  isPair,
  parseDocument,
  visit,
} from "yaml";
import type { z } from "zod";
import { put, soundParts, withhold } from "./sound-parts.ts";

/** One thing wrong with a pack: where, what, and what to do. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

type Path = readonly PropertyKey[];

/** A YAML file that knows where each of its values stands. */
export interface YamlFile<T> {
  readonly file: string;
  /** Where there are faults, the sound parts of it; looking at another throws {@link Withheld}. */
  readonly value: T;
  readonly faults: readonly Fault[];
  fault(path: Path, message: string, remedy: string): Fault;
}

/** Reads and validates one file; every fault is collected, none is thrown. */
export function readYaml<T>(path: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const missing = {
      file,
      line: 1,
      column: 1,
      message: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "add the file, or make it readable",
    };
    return withParts({ file, faults: [missing], fault: () => missing }, withhold);
  }
  return parse(text, file, schema);
}

function parse<T>(text: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  const at = (offset: number, message: string, remedy: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message, remedy };
  };
  const fault: YamlFile<T>["fault"] = (where, message, remedy) =>
    at(offsetOf(document.contents, where), message, remedy);
  const slips = slipsIn(document);
  if (slips.length > 0)
    return withParts({ file, faults: slips.map((slip) => at(...slip)), fault }, withhold);
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { file, value: parsed.data, faults: [], fault };
  const faults = parsed.error.issues.flatMap((issue) => explain(issue, fault));
  return withParts({ file, faults, fault }, () => soundParts(schema, raw));
}

/** Where a file is no YAML, and where an asterisk before a text makes YAML look for it elsewhere. */
function slipsIn(document: Document): [offset: number, message: string, remedy: string][] {
  const slips = firstErrors(document.errors).map(({ pos, message }): [number, string, string] => [
    pos[0],
    message,
    "mend the YAML here",
  ]);
  visit(document, {
    Alias: (_, { source, range }) =>
      void slips.push([range?.[0] ?? 0, `*${source} points elsewhere`, "put the text into quotes"]),
  });
  return slips;
}

/** One for a place, and none after the first token that has no place: there the parser has lost its way. */
function firstErrors(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const lost = errors.findIndex(({ code }) => code === "UNEXPECTED_TOKEN");
  return errors
    .slice(0, lost < 0 ? errors.length : lost + 1)
    .filter(({ pos }, index) => errors.findIndex((one) => one.pos[0] === pos[0]) === index);
}

function withParts<T>(file: Omit<YamlFile<T>, "value">, value: () => T): YamlFile<T> {
  put(file, "value", value);
  return file as YamlFile<T>;
}

function explain(issue: z.core.$ZodIssue, fault: YamlFile<unknown>["fault"]): Fault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      fault(
        [...issue.path, key],
        `nobody reads the key "${key}"`,
        "remove it, or mend its spelling",
      ),
    );
  if (issue.code === "invalid_union") {
    const closest =
      issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
    const nested = closest.flatMap((part) =>
      explain({ ...part, path: [...issue.path, ...part.path] }, fault),
    );
    if (nested.length > 0) return nested;
  }
  const where = issue.path.join(".");
  return [
    fault(
      issue.path,
      `${where || "the file"}: ${issue.message}`,
      "give the value that the handbook describes",
    ),
  ];
}

/** How far into the value a branch of a union fits: the deeper its faults, the likelier it was meant. */
function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + inner(issue)));
}

function inner(issue: z.core.$ZodIssue): number {
  if (issue.code === "invalid_union")
    return Math.max(0, ...issue.errors.map((branch) => depth(branch)));
  return issue.code === "unrecognized_keys" ? 1 : 0;
}

/** Where a path starts; for a key that is not there, where its parent starts. */
function offsetOf(root: unknown, path: Path): number {
  let node: Node | null = isNode(root) ? root : null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
      if (!pair) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = isNode(pair.value) ? pair.value : null;
    } else {
      const next: unknown = node && "items" in node ? node.items[Number(key)] : undefined;
      if (!isNode(next)) return offset;
      node = next;
      offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}
