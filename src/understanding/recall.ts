import { CUT } from "./features.ts";
import { bare } from "./normalise.ts";
import type { Core, FindCore } from "./own-names.ts";

/** Examples by heart. Plain data. */
export interface Recall {
  /** Label by bare text; of one that has several the last. */
  readonly exact: ReadonlyMap<string, string>;
  /** Label by core; none where labels differ. */
  readonly cores: ReadonlyMap<string, string | undefined>;
}

export function learnRecall(
  examples: readonly { readonly text: string; readonly label: string }[],
  coreOf: FindCore,
): Recall {
  const exact = new Map(examples.map(({ text, label }) => [bare(text), label]));
  const cores = new Map<string, string | undefined>();
  for (const { text, label } of examples) {
    const core = coreOf(bare(text));
    const key = keyOf(core);
    cores.set(key, cores.has(key) && cores.get(key) !== label ? undefined : label);
  }
  return { exact, cores };
}

/**
 * What is an example itself is known for certain, and so is one that differs from it by our own names alone: by other
 * ones of the same kinds, or by having some where the example has none.
 * @param plain a bare text
 */
export function recalled({ exact, cores }: Recall, plain: string, core: Core): string | undefined {
  const label = exact.get(plain);
  if (core.kinds === "" || label !== undefined) return label;
  return cores.get(keyOf(core)) ?? cores.get(keyOf({ ...core, kinds: "" }));
}

function keyOf({ kinds, text }: Core): string {
  return `${kinds} ${text.replaceAll(CUT, "")}`;
}
