import { fill } from "../knowledge/placeholders.ts";
import { paragraph } from "./plain.ts";
import { type Part, type Scene, factValues } from "./scene.ts";

/** What is said in place of something that the notice does not have; it makes the reply a silent one. */
export function gap(scene: Scene, unknown: string, clause?: string): Part {
  return {
    blocks: [paragraph(wordGap(scene, unknown))],
    ...(clause !== undefined && { sources: [clause] }),
    kind: "silent",
  };
}

export function wordGap({ pack }: Pick<Scene, "pack">, unknown: string): string {
  return fill(unknown, factValues(pack));
}
