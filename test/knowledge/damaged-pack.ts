import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseDocument } from "yaml";
import { loadPack } from "../../src/knowledge/load.ts";
import { PackFaults } from "../../src/knowledge/pack-faults.ts";
import type { Pack } from "../../src/knowledge/pack.ts";
import { type YamlFile, readYaml } from "../../src/knowledge/yaml-file.ts";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import type { Damage } from "./damage.ts";
import { FOR_READERS, WORDING, standsIn } from "./free-places.ts";
import { CLAIMS } from "./notice-claims.ts";
import notice from "./notice-facts.json" with { type: "json" };
import { GRANTED, READINGS } from "./notice-readings.ts";

export const VERDICTS = [
  "refused",
  "refused, but its file is not named",
  "refused, with more than its own faults",
  "harmless: the pack is the same",
  "harmless: free wording",
  "caught by the notice's facts",
  "survived: for readers",
  "survived",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Reads the whole pack once; every damage afterwards costs its own file and the cross checks. */
export class DamagedPack {
  readonly #files = new Map<string, YamlFile<unknown>>();
  readonly #sound: string;
  readonly #scratch: string;
  #damaged: YamlFile<unknown> | undefined;

  constructor(scratch: string) {
    this.#scratch = scratch;
    this.#sound = meaning(
      loadPack(PACK_DIRECTORY, (path, file, schema) => {
        const read = readYaml(path, file, schema);
        this.#files.set(path, read);
        return read;
      }),
    );
  }

  /** What becomes of the pack when one file of it has the text of `document`. */
  judge(file: string, document: Document, damage: Damage): Verdict {
    try {
      const pack = this.#load(file, document.toString({ lineWidth: 0 }));
      if (meaning(pack) === this.#sound) return "harmless: the pack is the same";
      if (contradicts(pack)) return "caught by the notice's facts";
      if (standsIn(WORDING, file, damage)) return "harmless: free wording";
      return standsIn(FOR_READERS, file, damage) ? "survived: for readers" : "survived";
    } catch (error) {
      if (!(error instanceof PackFaults)) throw error;
      const told = error.faults.some(
        (fault) =>
          fault.file === join(PACK_DIRECTORY, file) ||
          `${fault.message} ${fault.remedy}`.includes(file),
      );
      if (!told) return "refused, but its file is not named";
      const own = this.#damaged?.faults.length ?? 0;
      // a list that is too long by an entry that stands there twice has both faults
      const both = damage.kind === "duplicate an entry" ? 1 : 0;
      const more = own > 0 && error.faults.length > own + both && damage.at.length === 1;
      return more ? "refused, with more than its own faults" : "refused";
    }
  }

  #load(file: string, text: string): Pack {
    writeFileSync(this.#scratch, text);
    const damaged = join(PACK_DIRECTORY, file);
    return loadPack(PACK_DIRECTORY, (path, name, schema) => {
      if (path !== damaged) return this.#files.get(path) as YamlFile<never>;
      const read = readYaml(this.#scratch, name, schema);
      this.#damaged = read;
      return read;
    });
  }
}

export function documentOf(file: string): Document {
  return parseDocument(readFileSync(join(PACK_DIRECTORY, file), "utf8"), { version: "1.2" });
}

function contradicts(pack: Pack): boolean {
  return [...CLAIMS, ...READINGS, ...GRANTED].some(([, claim]) => {
    try {
      claim(pack, notice);
      return false;
    } catch (error) {
      if (error instanceof Error && error.name === "AssertionError") return true;
      throw error;
    }
  });
}

/** Lists of words that lead to one thing: code asks whether a word is among them, so order and repetition mean nothing. */
const SETS = new Set([
  "aliases",
  "patterns",
  "answers",
  "words",
  "instead_of",
  "dated_topics",
  "weekdays",
  "unknown",
  "none",
  "change_verbs",
  "change_tails",
  "schools",
  "unsure_schools",
  "levels",
  "unsure_levels",
  "occupations",
  "unsure_occupations",
  "statuses",
  "grades",
  "unsure_grades",
  "also",
]);
const SETS_WITHIN = new Set(["commands", "question_aliases", "month_roles", "elsewhere"]);

/** The pack as text in which what means the same reads the same; keys keep their order. */
function meaning(pack: Pack): string {
  return JSON.stringify(plain({ ...pack, answers: [...pack.answers] }, []));
}

function plain(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item: unknown) => plain(item, path));
    const words = items.every((item) => typeof item === "string" || typeof item === "number");
    const set = SETS.has(path.at(-1) ?? "") || SETS_WITHIN.has(path.at(-2) ?? "");
    return words && set
      ? [...new Set(items.map(String))].toSorted((a, b) => (a < b ? -1 : 1))
      : items;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, plain(item, [...path, key])]),
  );
}
