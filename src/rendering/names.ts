import type { Entities } from "../../machines/words.ts";
import type { Kind } from "../message.ts";
import { paragraph } from "./plain.ts";
import type { Part, Scene, Shower } from "./scene.ts";

/** How the major named stands to the closed list. */
export const showMajor: Shower = (scene, entities) =>
  lookUp(scene, entities, "major", (name) => {
    const { names, speak } = scene;
    const found = names.major(name);
    switch (found?.match) {
      case "own":
      case "related":
        return { text: speak("major_listed", { name: found.name }), kind: "computed" };
      case "unclear":
        return {
          text: speak("major_similar", { name, like: found.like ?? found.name }),
          kind: "computed",
        };
      case "unlisted":
      case undefined:
        return { text: speak("major_unlisted", { name }), kind: "computed" };
    }
  });

/** How the occupation named stands to the lists; one that the pack does not know is left to the desk. */
export const showOccupation: Shower = (scene, entities) =>
  lookUp(scene, entities, "occupation", (name) => {
    const match = scene.names.occupation(name)?.match ?? "unclear";
    return { text: scene.speak(`occupation_${match}`, { name }), kind: "computed" };
  });

function lookUp(
  scene: Scene,
  entities: Entities,
  key: "major" | "occupation",
  word: (name: string) => { text: string; kind: Kind },
): Part {
  const list = key === "major" ? scene.pack.majors : scene.pack.occupations;
  const name = entities[key];
  if (typeof name !== "string")
    return { blocks: [paragraph(scene.speak(`${key}_unnamed`))], sources: [list.clause] };
  const { text, kind } = word(name);
  return { blocks: [paragraph(text)], sources: [list.clause], kind };
}

export const showMajors: Shower = ({ pack }) => ({
  blocks: [paragraph(pack.majors.listed.map(({ name }) => name).join("、"))],
  sources: [pack.majors.clause],
});

export const showOccupations: Shower = ({ pack }) => ({
  blocks: [paragraph(pack.occupations.related.map(({ name }) => name).join("、"))],
  sources: [pack.occupations.clause],
});

/** The numbered conditions of the level named, or of every level. */
export const showConditions: Shower = ({ pack, speak }, { level }) => {
  const levels = pack.projects.levels.filter(({ id }) => level === undefined || id === level);
  const shown = levels.length > 0 ? levels : pack.projects.levels;
  const conditions = pack.eligibility.conditions.filter((one) =>
    shown.some(({ id }) => id === one.level),
  );
  return {
    blocks: shown.flatMap(({ id }) => [
      paragraph(speak("conditions_any", { level: id })),
      {
        type: "steps" as const,
        items: conditions.filter((one) => one.level === id).map(({ title }) => title),
      },
    ]),
    sources: conditions.map(({ clause }) => clause),
  };
};
