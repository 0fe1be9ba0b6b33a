import type { Block } from "../message.ts";
import { paragraph } from "./plain.ts";
import { type Scene, type Shower, feeOf } from "./scene.ts";

interface Priced {
  readonly name: string;
  readonly level: string;
  readonly fee: number;
}

/** The line for what was named, with a total where several were; the whole table where nothing was. */
export const showFee: Shower = (scene, entities) => {
  const { pack, speak } = scene;
  const { level, direction } = entities;
  if (typeof level === "string" && !pack.projects.levels.some(({ id }) => id === level))
    return {
      blocks: [paragraph(speak("fee_other_level", { level, levels: levelNames(scene) }))],
      kind: "silent",
    };
  const named = priced(scene).filter(
    (one) =>
      (level === undefined || one.level === level) &&
      (direction === undefined || one.name === direction),
  );
  const sources = [pack.projects.fee_clause];
  if (level === undefined && direction === undefined)
    return { blocks: [table(scene, priced(scene))], sources };
  return { blocks: [listed(scene, named)], sources };
};

/** What each level costs and by how much the dearest exceeds the cheapest. */
export const showFeeDifference: Shower = ({ pack, speak }) => {
  const fees = pack.projects.levels.map(({ id }) => feeOf(pack, id));
  const [high, low] = [Math.max(...fees), Math.min(...fees)];
  return { blocks: [paragraph(speak("fee_difference", { high, low, difference: high - low }))] };
};

/** What all projects of the level named (or of each level) cost together. */
export const showFeeTotal: Shower = (scene, { level }) => {
  const { pack, speak } = scene;
  const levels = pack.projects.levels.filter(({ id }) => level === undefined || level === id);
  const blocks = levels.flatMap(({ id }) => {
    const ones = priced(scene).filter((one) => one.level === id);
    const total = ones.reduce((sum, one) => sum + one.fee, 0);
    return [listed(scene, ones), paragraph(speak("fee_total", { count: ones.length, total }))];
  });
  return { blocks, sources: [pack.projects.fee_clause] };
};

/** All projects, and whether the one named is among them. */
export const showProjects: Shower = (scene, { level, direction }) => {
  const { pack, speak } = scene;
  const all = {
    blocks: [table(scene, priced(scene))],
    sources: [pack.projects.clause, pack.projects.fee_clause],
  };
  if (level === undefined) return all;
  const offered = pack.projects.projects.some(
    (one) => one.level === level && (direction === undefined || one.direction === direction),
  );
  const project = `${direction ?? ""}${level}`;
  const line = speak(offered ? "project_offered" : "project_not_offered", { project });
  return { ...all, blocks: [paragraph(line), ...all.blocks] };
};

function priced({ pack }: Scene): Priced[] {
  return pack.projects.projects.map(({ direction, level }) => ({
    name: direction ?? pack.meta.name,
    level,
    fee: feeOf(pack, level),
  }));
}

/** What some projects cost: a line each, in a table where they are several. */
function listed(scene: Scene, ones: readonly Priced[]): Block {
  const lines = ones.map((one) =>
    scene.speak("fee_line", { project: `${one.name}${one.level}`, fee: one.fee }),
  );
  return ones.length > 1 ? { ...table(scene, ones), text: lines } : paragraph(lines.join("\n"));
}

function table({ speak }: Scene, ones: readonly Priced[]) {
  return {
    type: "table" as const,
    columns: [speak("column_project"), speak("column_level"), speak("column_fee")],
    rows: ones.map((one) => [one.name, one.level, String(one.fee)]),
  };
}

function levelNames({ pack, speak }: Scene): string {
  return pack.projects.levels.map(({ id }) => id).join(speak("separator"));
}
