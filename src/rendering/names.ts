import type { Entities } from "../../machines/words.ts";
import type { Kind } from "../message.ts";
import { gap } from "./gaps.ts";
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
          text: speak("major_similar", { name, like: quoted(scene, found.like ?? [found.name]) }),
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
    const { names, speak } = scene;
    const match = names.occupation(name)?.match ?? "unclear";
    const like = match === "unclear" ? names.jobsLike(name) : [];
    if (like.length > 0)
      return {
        text: speak("occupation_similar", { name, like: quoted(scene, like) }),
        kind: "computed",
      };
    const isMajor = match === "unlisted" && names.major(name)?.match === "own";
    return {
      text: speak(isMajor ? "occupation_major" : `occupation_${match}`, { name }),
      kind: "computed",
    };
  });

function quoted({ speak }: Scene, names: readonly string[]): string {
  return names.map((name) => speak("listed_name", { name })).join("、");
}

function lookUp(
  scene: Scene,
  entities: Entities,
  key: "major" | "occupation",
  word: (name: string) => { text: string; kind: Kind },
): Part {
  const list = key === "major" ? scene.pack.majors : scene.pack.occupations;
  const name = entities[key];
  if (list.unknown !== undefined && !isOwn(scene, key, name))
    return gap(scene, list.unknown, list.clause);
  if (typeof name !== "string")
    return { blocks: [paragraph(scene.speak(`${key}_unnamed`))], sources: [list.clause] };
  const { text, kind } = word(name);
  return { blocks: [paragraph(text)], sources: [list.clause], kind };
}

/** The notice's own occupation counts, whether or not the list of the related ones is known. */
function isOwn({ names }: Scene, key: "major" | "occupation", name: unknown): boolean {
  return (
    key === "occupation" && typeof name === "string" && names.occupation(name)?.match === "own"
  );
}

export const showMajors: Shower = (scene) =>
  showList(scene, scene.pack.majors, scene.pack.majors.listed);

export const showOccupations: Shower = (scene) =>
  showList(scene, scene.pack.occupations, scene.pack.occupations.related);

function showList(
  scene: Scene,
  { unknown, clause }: { readonly unknown?: string | undefined; readonly clause: string },
  list: readonly { readonly name: string }[],
): Part {
  if (unknown !== undefined) return gap(scene, unknown, clause);
  return { blocks: [paragraph(list.map(({ name }) => name).join("、"))], sources: [clause] };
}

/** The numbered conditions of the level named, or of every level; where they were not obtained, that they were not. */
export const showConditions: Shower = (scene, { level }) => {
  const { levels } = scene.pack.projects;
  const named = levels.filter(({ id }) => level === undefined || id === level);
  const parts = (named.length > 0 ? named : levels).map(({ id }) => conditionsOf(scene, id));
  const silent = parts.every(({ kind }) => kind === "silent");
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    sources: parts.flatMap(({ sources = [] }) => sources),
    ...(silent && { kind: "silent" }),
  };
};

function conditionsOf({ pack, speak }: Scene, level: string): Part {
  const { conditions: all, unobtained } = pack.eligibility;
  const unknown = unobtained.find((one) => one.level === level);
  const conditions = all.filter((one) => one.level === level);
  const items = conditions.map(({ title }) => title);
  const lead = unknown ? `${level}：${unknown.because}` : speak("conditions_any", { level });
  return {
    blocks: [paragraph(lead), ...(items.length > 0 ? [{ type: "steps" as const, items }] : [])],
    sources: [...(unknown ? [unknown.clause] : []), ...conditions.map(({ clause }) => clause)],
    ...(unknown && { kind: "silent" }),
  };
}
