import type { Pack } from "../knowledge/pack.ts";
import { fill } from "../knowledge/placeholders.ts";
import { gap } from "./gaps.ts";
import { type Part, type Scene, type Shower, factValues } from "./scene.ts";

export const showSteps: Shower = (scene, _, { applicant }) =>
  applicant === undefined ? { blocks: [] } : steps(scene, applicant);

/** The steps of one way to register. */
export function steps({ pack }: Scene, applicant: string): Part {
  const way = pack.registration.applicants.find(({ id }) => id === applicant);
  if (!way) return { blocks: [] };
  const items = way.steps.map((step) => fill(step, factValues(pack)));
  return { blocks: [{ type: "steps", items }], sources: [way.clause], links: way.links };
}

export const showMaterials: Shower = (scene) => {
  const { unknown, clause } = scene.pack.registration.materials;
  if (unknown !== undefined) return gap(scene, unknown, clause);
  return { blocks: [{ type: "steps", items: materialItems(scene.pack) }], sources: [clause] };
};

/** What to bring, as the way to register has it; where nobody told, that nobody did. */
export function materialItems({ registration, ...pack }: Pack, applicant?: string): string[] {
  const way = registration.applicants.find(({ id }) => id === applicant);
  const { unknown } = registration.materials;
  const items =
    way?.materials ?? (unknown === undefined ? registration.materials.items : [unknown]);
  return items.map((item) => fill(item, factValues(pack)));
}
