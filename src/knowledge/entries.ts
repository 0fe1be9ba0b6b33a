import { basename } from "node:path";
import { each } from "./report.ts";
import { type Answer, topicOf } from "./schemas/answers.ts";
import { attempt, withhold } from "./sound-parts.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The entries of answers/ by id; asking for one that may be a withheld one throws {@link Withheld}. */
export class Entries extends Map<string, Answer> {
  /** The topics of the files that have an entry whose id is withheld. */
  readonly #unsure = new Set<string>();

  constructor(files: readonly YamlFile<readonly Answer[]>[]) {
    super();
    for (const file of files)
      if (!attempt(() => file.value.forEach(({ id }) => id)))
        this.#unsure.add(basename(file.file, ".yaml"));
    for (const file of files)
      attempt(() => each(file.value, [], (answer) => void this.set(answer.id, answer)));
  }

  override get(id: string): Answer | undefined {
    return super.get(id) ?? (this.#unsure.has(topicOf(id)) ? withhold() : undefined);
  }

  override has(id: string): boolean {
    return this.get(id) !== undefined;
  }
}

/** Where the entry should be that a reference names. */
export function entryRemedy(id: string): string {
  const topic = /^[a-z_]+(?=\.)/u.exec(id)?.[0];
  return topic === undefined
    ? "name an entry of answers/"
    : `name an entry of answers/${topic}.yaml`;
}
