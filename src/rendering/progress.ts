import type { Block } from "../message.ts";
import { applicationLeft } from "../rules/guide.ts";
import type { Scene } from "./scene.ts";
import { told } from "./told.ts";

type Progress = Extract<Block, { type: "progress" }>;

/** How far the self-assessment is: what was told, each to be told anew. */
export function interviewProgress(scene: Scene): Progress {
  const { questions } = scene.pack.registration;
  return draft(scene, (id) => !questions.some((one) => one.id === id));
}

/** How far the registration is; its questions are the same for everybody, so those to come are known. */
export function registrationProgress(scene: Scene): Progress {
  const { pack, facts } = scene;
  const left = applicationLeft(pack, facts).length;
  const isOwn = (id: string): boolean => pack.registration.questions.some((one) => one.id === id);
  return { ...draft(scene, isOwn), left: { least: left, most: left } };
}

function draft(scene: Scene, belongs: (question: string) => boolean): Progress {
  const known = Object.keys(scene.facts).filter(belongs);
  return {
    type: "progress",
    told: known.flatMap((id) => {
      const one = told(scene, id);
      return one ? [{ ...one, change: `change:${id}` }] : [];
    }),
    text: [],
  };
}
