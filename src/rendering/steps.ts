import { fill } from "../knowledge/placeholders.ts";
import { type Part, type Scene, type Shower, factValues } from "./scene.ts";

/** The steps of one way to register; `index` is its place in registration.yaml. */
export function stepsOf(index: number): Shower {
  return (scene) => {
    const applicant = scene.pack.registration.applicants[index];
    return applicant ? steps(scene, applicant.id) : { blocks: [] };
  };
}

export function steps({ pack }: Scene, applicant: string): Part {
  const way = pack.registration.applicants.find(({ id }) => id === applicant);
  if (!way) return { blocks: [] };
  const items = way.steps.map((step) => fill(step, factValues(pack)));
  return { blocks: [{ type: "steps", items }], sources: [way.clause], links: way.links };
}

export const showMaterials: Shower = ({ pack }) => ({
  blocks: [{ type: "steps", items: pack.registration.materials.items }],
  sources: [pack.registration.materials.clause],
});
